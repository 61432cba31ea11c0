// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

#include "desk/rating_receipt.h"

class QPagedPaintDevice;

namespace ow::ui {

// A receipt as it comes out of a roll printer: 80 mm wide, as long as its lines, the code large and alone on its line, and as
// bars (Code 128) below. On a wider sheet it stands in the upper left corner. UI thread.
void drawReceipt(QPagedPaintDevice& paper, const std::vector<desk::ReceiptLine>& lines);
// The same as a PDF of one page.
QByteArray receiptPages(const std::vector<desk::ReceiptLine>& lines, const QString& title);

}  // namespace ow::ui
