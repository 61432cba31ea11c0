// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "domain/official_document.h"

namespace ow::ui::words {

QString of(domain::OfficialDocumentType type);  // 受理通知书, in the language of the screen

}  // namespace ow::ui::words
