// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "domain/ids.h"

namespace ow::desk {

// Unfinished forms and parked visits of the clerk at this desk. They never leave the desk and nothing another user does removes
// them.
struct Draft {
  domain::DraftId id;
  std::string form;     // stable word: contact, case, party, visit ...
  std::string subject;  // id of what it is about, or empty
  std::string body;     // the form's own text, up to 1 MiB; core does not read it
  base::Instant savedAt;
};

// Durable when it returns. A nil id makes a new draft; the id is returned.
base::Result<domain::DraftId> saveDraft(Desk& desk, const Draft& draft);
base::Result<void> discardDraft(Desk& desk, domain::DraftId id);
// Newest first.
base::Result<std::vector<Draft>> drafts(Desk& desk);

// Settings of the clerk at this store (language, scale, theme ...): text by name.
base::Result<std::optional<std::string>> setting(Desk& desk, const std::string& name);
base::Result<void> setSetting(Desk& desk, const std::string& name, const std::string& value);

}  // namespace ow::desk
