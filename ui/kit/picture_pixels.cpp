// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/picture_pixels.h"

#include <QtEndian>

#include <cstring>

namespace ow::ui {

namespace {
constexpr char kMark[] = "OWP1";
constexpr qsizetype kHead = 4 + 4 + 4;
constexpr qsizetype kPixel = 4;
}  // namespace

QByteArray pixelsOf(const QImage& image) {
  const QImage plain = image.convertToFormat(QImage::Format_RGBA8888);
  QByteArray out(kHead, '\0');
  std::memcpy(out.data(), kMark, 4);
  qToLittleEndian(qint32(plain.width()), out.data() + 4);
  qToLittleEndian(qint32(plain.height()), out.data() + 8);
  for (int y = 0; y < plain.height(); ++y)
    out.append(reinterpret_cast<const char*>(plain.constScanLine(y)), plain.width() * kPixel);
  return out;
}

QImage imageOf(const QByteArray& pixels) {
  if (pixels.size() < kHead || std::memcmp(pixels.constData(), kMark, 4) != 0) return {};
  const auto width = qFromLittleEndian<qint32>(pixels.constData() + 4);
  const auto height = qFromLittleEndian<qint32>(pixels.constData() + 8);
  if (width < 1 || height < 1 || width > kLargestSide || height > kLargestSide) return {};
  if (pixels.size() != kHead + qsizetype(width) * height * kPixel) return {};
  QImage image(width, height, QImage::Format_RGBA8888);
  for (int y = 0; y < height; ++y)
    std::memcpy(image.scanLine(y), pixels.constData() + kHead + qsizetype(y) * width * kPixel, std::size_t(width) * kPixel);
  return image;
}

}  // namespace ow::ui
