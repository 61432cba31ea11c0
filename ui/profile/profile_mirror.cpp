// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profile_mirror.h"

#include "intake/core_text.h"
#include "kit/words.h"
#include "profile/profile_header.h"

namespace ow::ui {

std::vector<PadRow> mirrorOf(const desk::Profile& profile) {
  std::vector<PadRow> rows;
  const auto add = [&rows](const QString& label, const QString& value) {
    if (!value.isEmpty()) rows.push_back({label, value});
  };
  add(ProfileHeader::tr("Name"), fromCore(profile.name.shown));
  for (const auto* fields : {&profile.identifiers, &profile.contactPoints, &profile.addresses})
    for (const desk::MaskedField& field : *fields) add(captionOf(field), fromCore(field.shown));
  if (profile.preferredChannel) add(ProfileHeader::tr("Wishes to be reached by"), words::of(*profile.preferredChannel));
  return rows;
}

}  // namespace ow::ui
