// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

// What onewindow-picture writes and PictureReader reads: four letters, width and height (little-endian, 32 bits), then the
// pixels of QImage::Format_RGBA8888, row by row without padding.
namespace ow::ui {

inline constexpr int kLargestSide = 4096;  // of what is given back

QByteArray pixelsOf(const QImage& image);
// Null for anything but that, to the byte.
QImage imageOf(const QByteArray& pixels);

}  // namespace ow::ui
