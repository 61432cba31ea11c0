// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/drafts.h"

#include "desk/inside.h"
#include "store/desk_state.h"

namespace ow::desk {

using base::Result;

Result<domain::DraftId> saveDraft(Desk& desk, const Draft& draft) {
  Desk::Inside& in = desk.inside();
  const domain::DraftId id = draft.id.isNil() ? in.ids.make<domain::DraftId>() : draft.id;
  OW_TRYV(store::putDraft(*in.store, in.clerk.id, {id, draft.form, draft.subject, draft.body, in.now()}));
  return id;
}

Result<void> discardDraft(Desk& desk, domain::DraftId id) {
  Desk::Inside& in = desk.inside();
  return store::dropDraft(*in.store, in.clerk.id, id);
}

Result<std::vector<Draft>> drafts(Desk& desk) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  OW_TRY(auto rows, store::draftsOf(reader.connection(), in.clerk.id));
  std::vector<Draft> drafts;
  for (auto& row : rows)
    drafts.push_back({row.id, std::move(row.form), std::move(row.subject), std::move(row.body), row.savedAt});
  return drafts;
}

Result<std::optional<std::string>> setting(Desk& desk, const std::string& name) {
  Desk::Inside& in = desk.inside();
  OW_TRY(auto reader, in.store->read());
  return store::settingOf(reader.connection(), in.clerk.id, name);
}

Result<void> setSetting(Desk& desk, const std::string& name, const std::string& value) {
  Desk::Inside& in = desk.inside();
  return store::putSetting(*in.store, in.clerk.id, name, value);
}

}  // namespace ow::desk
