// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/inside.h"
#include "domain/operation.h"

namespace ow::desk {

// One form on its way into the store. Whatever is cut off, it gets there once: the operation that creates what the form is
// about has the id of the form's draft, and the draft goes in the same transaction. A second try finds that operation and
// answers what the first one made. Only core/desk includes this.
class Registering {
 public:
  // A nil draft: the form never had one, and each try is a registration of its own.
  static base::Result<Registering> begin(Desk::Inside& in, domain::DraftId draft);

  // What an earlier try of the same form made.
  const std::optional<domain::EntityId>& earlier() const { return m_earlier; }
  store::Write& write() { return m_write; }
  // The first operation creates what the form is about.
  base::Result<void> commit(std::vector<domain::Operation> operations);

 private:
  Registering(Desk::Inside& in, domain::DraftId draft, store::Write write)
      : m_in(in), m_draft(draft), m_write(std::move(write)) {}

  Desk::Inside& m_in;
  domain::DraftId m_draft;
  store::Write m_write;
  std::optional<domain::EntityId> m_earlier;
};

}  // namespace ow::desk
