// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/core_text.h"

#include <QRegularExpression>

namespace ow::ui {

namespace {

void appendThreeBytes(std::string& out, char16_t unit) {
  out += static_cast<char>(0xE0 | (unit >> 12));
  out += static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
  out += static_cast<char>(0x80 | (unit & 0x3F));
}

}  // namespace

std::string toCore(const QString& typed) {
  std::string out;
  out.reserve(static_cast<std::size_t>(typed.size()));
  qsizetype sound = 0;  // start of the stretch not yet written
  const auto write = [&](qsizetype end) {
    const QByteArray bytes = QStringView(typed).mid(sound, end - sound).toUtf8();
    out.append(bytes.constData(), static_cast<std::size_t>(bytes.size()));
  };
  for (qsizetype i = 0; i < typed.size(); ++i) {
    const QChar unit = typed.at(i);
    if (!unit.isSurrogate()) continue;
    if (unit.isHighSurrogate() && i + 1 < typed.size() && typed.at(i + 1).isLowSurrogate()) {
      ++i;
      continue;
    }
    write(i);
    appendThreeBytes(out, unit.unicode());
    sound = i + 1;
  }
  write(typed.size());
  return out;
}

QString fromCore(const std::string& text) {
  return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::optional<base::Date> typedDate(const QString& typed) {
  static const QRegularExpression kApart(
      QStringLiteral(R"(^(\d{4})\s*[-/.\x{5E74}]\s*(\d{1,2})\s*[-/.\x{6708}]\s*(\d{1,2})\s*\x{65E5}?$)"));
  static const QRegularExpression kTogether(QStringLiteral(R"(^(\d{4})(\d{2})(\d{2})$)"));
  const QString plain = typed.normalized(QString::NormalizationForm_KC).trimmed();
  auto match = kApart.match(plain);
  if (!match.hasMatch()) match = kTogether.match(plain);
  if (!match.hasMatch()) return std::nullopt;
  const base::Date date{std::chrono::year{match.captured(1).toInt()}, std::chrono::month{match.captured(2).toUInt()},
                        std::chrono::day{match.captured(3).toUInt()}};
  if (!date.ok() || date < base::kEarliestDate || date > base::kLatestDate) return std::nullopt;
  return date;
}

}  // namespace ow::ui
