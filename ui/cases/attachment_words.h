// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "base/error.h"
#include "base/time_zone.h"
#include "desk/attachments.h"

// What there is to say of the files of a case.
namespace ow::ui::words {

QString of(domain::DocumentKind kind);
QString ofBytes(std::int64_t bytes);
// Where it is: "Here", "Being fetched, 3 of 12", "Waiting to be sent".
QString ofAttachmentState(const desk::AttachmentItem& item, base::Instant now, const base::TimeZone& zone);
// "Identity · 1.2 MB · Wang Min · 9 Aug 2026, 14:05"
QString ofAttachmentOrigin(const desk::AttachmentItem& item, const base::TimeZone& zone);
// Why a file was not added, shown, saved or removed. `name` is the file's.
QString ofAttachmentError(const base::Error& error, const QString& name);

}  // namespace ow::ui::words
