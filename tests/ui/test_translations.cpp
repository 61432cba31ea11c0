// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>
#include <QXmlStreamReader>

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

namespace {

struct Message {
  std::string context, source;
  std::vector<QString> translations;
  bool isFinished = true;
  bool isPlural = false;
};

std::vector<Message> messagesOf(const QString& name) {
  QFile file(QStringLiteral(OW_SOURCE_DIR "/resources/translations/") + name);
  REQUIRE(file.open(QIODevice::ReadOnly));
  QXmlStreamReader xml(&file);
  std::vector<Message> all;
  QString context;
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("name")) context = xml.readElementText();
    if (xml.name() == QLatin1String("message")) {
      all.push_back(
          {context.toStdString(), {}, {}, true, xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes")});
    } else if (xml.name() == QLatin1String("source")) {
      all.back().source = xml.readElementText().toStdString();
    } else if (xml.name() == QLatin1String("translation")) {
      all.back().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
      if (!all.back().isPlural) all.back().translations.push_back(xml.readElementText());
    } else if (xml.name() == QLatin1String("numerusform")) {
      all.back().translations.push_back(xml.readElementText());
    }
  }
  REQUIRE_FALSE(xml.hasError());
  return all;
}

QSet<QString> placesIn(const QString& text) {
  static const QRegularExpression place(QStringLiteral("%(?:\\d|n)"));
  QSet<QString> found;
  for (auto it = place.globalMatch(text); it.hasNext();) found.insert(it.next().captured());
  return found;
}

void checkFinished(const std::vector<Message>& messages) {
  for (const Message& message : messages) {
    CAPTURE(message.context, message.source);
    CHECK(message.isFinished);
    REQUIRE_FALSE(message.translations.empty());
    for (const QString& text : message.translations) CHECK_FALSE(text.isEmpty());
  }
}

}  // namespace

TEST_CASE("every sentence of the program is translated into Simplified Chinese", "[ui][translations]") {
  const auto messages = messagesOf(QStringLiteral("onewindow_zh_CN.ts"));
  CHECK(messages.size() > 200);
  checkFinished(messages);
}

TEST_CASE("English has all its plurals", "[ui][translations]") {
  const auto messages = messagesOf(QStringLiteral("onewindow_en.ts"));
  CHECK_FALSE(messages.empty());
  checkFinished(messages);
  for (const Message& message : messages) {
    CAPTURE(message.source);
    CHECK(message.translations.size() == 2);
  }
}

TEST_CASE("a translation keeps the places for names and numbers", "[ui][translations]") {
  for (const Message& message : messagesOf(QStringLiteral("onewindow_zh_CN.ts"))) {
    for (const QString& text : message.translations) {
      CAPTURE(message.context, message.source, text.toStdString());
      CHECK(placesIn(text) == placesIn(QString::fromStdString(message.source)));
    }
  }
}

TEST_CASE("both languages are inside the program", "[ui][translations]") {
  QTranslator translator;
  CHECK(translator.load(QStringLiteral("onewindow_zh_CN"), QStringLiteral(":/translations")));
  CHECK(translator.load(QStringLiteral("onewindow_en"), QStringLiteral(":/translations")));
}
