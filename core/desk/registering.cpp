// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/registering.h"

#include "desk/registered.h"
#include "store/desk_state.h"

namespace ow::desk {

using base::Result;

Result<Registering> Registering::begin(Desk::Inside& in, domain::DraftId draft) {
  OW_TRY(auto write, in.store->write());
  Registering registering(in, draft, std::move(write));
  if (!draft.isNil()) {
    OW_TRY(registering.m_earlier, store::entityOf(registering.m_write.connection(), {draft.uuid}));
  }
  return registering;
}

Result<void> Registering::commit(std::vector<domain::Operation> operations) {
  if (!m_draft.isNil()) {
    operations.front().id = {m_draft.uuid};
    OW_TRYV(store::dropDraft(m_write, m_in.clerk.id, m_draft));
  }
  OW_TRYV(m_write.apply(operations));
  return m_write.commit();
}

Result<std::optional<domain::EntityId>> registeredAs(Desk& desk, domain::DraftId draft) {
  OW_TRY(auto reader, desk.inside().store->read());
  return store::entityOf(reader.connection(), {draft.uuid});
}

}  // namespace ow::desk
