// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QColor>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <array>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "kit/style_sheet.h"
#include "kit/theme.h"

using namespace ow::ui;

namespace {

// WCAG 2.2, relative luminance and contrast ratio.
double luminance(const QColor& colour) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
  const auto [low, high] = std::minmax({luminance(a), luminance(b)});
  return (high + 0.05) / (low + 0.05);
}

struct Pair {
  std::string name;
  QColor text, ground;
};

std::vector<Pair> pairsOf(const Theme& t) {
  std::vector<Pair> pairs{{"accent text on accent", t.accentText, t.accent}, {"selected text", t.selectionText, t.selection}};
  const std::vector<std::pair<std::string, QColor>> grounds{
      {"window", t.window}, {"surface", t.surface}, {"raised", t.raised}, {"hover", t.hover}};
  const std::vector<std::pair<std::string, QColor>> texts{
      {"text", t.text},     {"quiet text", t.textQuiet}, {"accent", t.accent}, {"red", t.red},
      {"yellow", t.yellow}, {"green", t.green},          {"blue", t.blue},     {"grey", t.grey}};
  for (const auto& [groundName, ground] : grounds)
    for (const auto& [textName, text] : texts) pairs.push_back({textName + " on " + groundName, text, ground});
  const std::vector<std::pair<QColor, QColor>> signs{{t.red, t.redGround},
                                                     {t.yellow, t.yellowGround},
                                                     {t.green, t.greenGround},
                                                     {t.blue, t.blueGround},
                                                     {t.grey, t.greyGround}};
  for (std::size_t i = 0; i < signs.size(); ++i)
    pairs.push_back({"sign " + std::to_string(i), signs[i].first, signs[i].second});
  for (const auto& [sign, ground] : signs) pairs.push_back({"text on a sign's ground", t.text, ground});
  return pairs;
}

}  // namespace

TEST_CASE("every text can be read on every ground it may stand on, in every theme", "[ui][theme]") {
  const auto kind = GENERATE(ThemeKind::light, ThemeKind::dark, ThemeKind::highContrast);
  for (const Pair& pair : pairsOf(Theme::of(kind))) {
    CAPTURE(static_cast<int>(kind), pair.name, pair.text.name().toStdString(), pair.ground.name().toStdString());
    CHECK(contrast(pair.text, pair.ground) >= 4.5);
  }
}

TEST_CASE("the ring around the focused field stands out from what is beside it", "[ui][theme]") {
  const auto kind = GENERATE(ThemeKind::light, ThemeKind::dark, ThemeKind::highContrast);
  const Theme theme = Theme::of(kind);
  CHECK(contrast(theme.focusRing, theme.surface) >= 3.0);
  CHECK(contrast(theme.focusRing, theme.window) >= 3.0);
}

TEST_CASE("each light has its own colour and ground", "[ui][theme]") {
  using ow::domain::Light;
  const Theme theme = Theme::of(ThemeKind::light);
  CHECK(theme.sign(Light::green) == theme.green);
  CHECK(theme.sign(Light::yellow) == theme.yellow);
  CHECK(theme.sign(Light::red) == theme.red);
  CHECK(theme.sign(Light::doubleRed) == theme.red);
  CHECK(theme.sign(Light::paused) == theme.grey);
  CHECK(theme.sign(Light::instant) == theme.blue);
  CHECK(theme.ground(Light::yellow) == theme.yellowGround);
}

TEST_CASE("the style sheet names no colour and no length that it does not know", "[ui][theme]") {
  const auto kind = GENERATE(ThemeKind::light, ThemeKind::dark, ThemeKind::highContrast);
  const QString sheet = styleSheetOf(Theme::of(kind));
  CHECK_FALSE(sheet.contains(QRegularExpression(QStringLiteral("\\{[a-zA-Z]+\\}"))));
  CHECK_FALSE(sheet.contains(QRegularExpression(QStringLiteral("<\\d+>"))));
}

TEST_CASE("type and lengths grow together with the scale", "[ui][theme]") {
  auto& app = *static_cast<QApplication*>(QCoreApplication::instance());
  applyTheme(app, ThemeKind::light, 100);
  const double small = font(TextRole::body).pointSizeF();
  const int length = scaled(40);
  applyTheme(app, ThemeKind::light, 200);
  CHECK(font(TextRole::body).pointSizeF() == 2 * small);
  CHECK(scaled(40) == 2 * length);
  CHECK(font(TextRole::title).pointSizeF() > font(TextRole::heading).pointSizeF());
  CHECK(font(TextRole::caption).pointSizeF() < font(TextRole::body).pointSizeF());
  applyTheme(app, ThemeKind::light, 100);
}
