// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/prctl.h>
#include <sys/resource.h>

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QImageReader>

#include <algorithm>
#include <cstdio>

#include "domain/media_type.h"
#include "kit/picture_pixels.h"

// onewindow-picture SIDE: a PNG or JPEG on its standard input, its pixels on its standard output, for a window that must not
// decode by itself what somebody sent (kit/picture_reader.h). Anything else is exit code 1 and no word.
namespace {

constexpr qint64 kMostBytes = 64ll * 1024 * 1024;
constexpr qint64 kMostPixels = 120'000'000;  // a scanner's A3 at 600 dpi has 70 million
constexpr int kLongestSide = 32'000;
constexpr int kMostMegabytes = 512;

bool limit(int what, rlim_t amount) {
  const rlimit both{amount, amount};
  return setrlimit(static_cast<decltype(RLIMIT_AS)>(what), &both) == 0;
}

// Little memory, a few seconds, no file to write, no program to run, no more rights than it came with.
bool closeDoors() {
  constexpr rlim_t kMemory = 1ull << 30;
  constexpr rlim_t kSeconds = 10;
  return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CPU, kSeconds) && limit(RLIMIT_AS, kMemory) &&
         limit(RLIMIT_NPROC, 0) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
}

QByteArray input() {
  QFile in;
  if (!in.open(stdin, QIODevice::ReadOnly)) return {};
  QByteArray bytes = in.read(kMostBytes + 1);
  return bytes.size() > kMostBytes ? QByteArray() : bytes;
}

// By what it is, not by what Qt could make of it with its other plugins.
QByteArray formatOf(const QByteArray& bytes) {
  const auto type = ow::domain::mediaTypeOf({bytes.constData(), std::size_t(std::min<qsizetype>(bytes.size(), 4096))});
  if (type == "image/png") return "png";
  return type == "image/jpeg" ? "jpeg" : "";
}

QImage decoded(QByteArray& bytes, int side) {
  const QByteArray format = formatOf(bytes);
  if (format.isEmpty()) return {};
  QBuffer buffer(&bytes);
  QImageReader::setAllocationLimit(kMostMegabytes);
  QImageReader reader(&buffer, format);
  reader.setDecideFormatFromContent(false);
  reader.setAutoTransform(true);
  // Before a pixel is decoded: a few bytes may say that they are gigabytes.
  const QSize size = reader.size();
  if (!size.isValid() || size.width() > kLongestSide || size.height() > kLongestSide ||
      qint64(size.width()) * size.height() > kMostPixels)
    return {};
  if (size.width() > side || size.height() > side) reader.setScaledSize(size.scaled(side, side, Qt::KeepAspectRatio));
  return reader.read();
}

}  // namespace

int main(int argc, char** argv) {
  const QCoreApplication app(argc, argv);  // knows where the plugins are
  const int side = argc == 2 ? QByteArray(argv[1]).toInt() : 0;
  if (side < 1 || side > ow::ui::kLargestSide || !closeDoors()) return 1;
  QByteArray bytes = input();
  const QImage image = decoded(bytes, side);
  if (image.isNull()) return 1;
  const QByteArray pixels = ow::ui::pixelsOf(image);
  QFile out;
  if (!out.open(stdout, QIODevice::WriteOnly)) return 1;
  return out.write(pixels) == pixels.size() && out.flush() ? 0 : 1;
}
