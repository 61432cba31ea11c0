// SPDX-License-Identifier: GPL-3.0-or-later
#include "kit/style_sheet.h"

#include <QRegularExpression>
#include <QStyle>

#include <array>
#include <utility>

#include "kit/theme.h"

namespace ow::ui {

namespace {

// {name} is a colour of the theme, <n> a length that grows with the scale.
constexpr auto kSheet = R"(
QToolTip { background: {raised}; color: {text}; border: 1px solid {line}; padding: <4>px <6>px; }

QLabel[look="quiet"] { color: {textQuiet}; }
QLabel[look="danger"] { color: {red}; }
QLabel[look="warning"] { color: {yellow}; }
QLabel[look="done"] { color: {green}; }

QFrame[look="card"] { background: {surface}; border: 1px solid {line}; border-radius: <6>px; }
QFrame[look="banner"] { background: {yellowGround}; border: 1px solid {yellow}; border-radius: <6>px; }
QFrame[look="banner"] QLabel { color: {yellow}; }

QPushButton { background: {surface}; color: {text}; border: 1px solid {line}; border-radius: <5>px; padding: <5>px <14>px;
  min-height: <18>px; }
QPushButton:hover { background: {hover}; }
QPushButton:pressed { background: {line}; }
QPushButton:focus { border: 2px solid {focusRing}; padding: <4>px <13>px; }
QPushButton:disabled { color: {textQuiet}; background: {window}; border-style: dashed; }
QPushButton[look="primary"] { background: {accent}; color: {accentText}; border-color: {accent}; font-weight: 600; }
QPushButton[look="primary"]:hover, QPushButton[look="primary"]:pressed { background: {accentHover}; }
QPushButton[look="primary"]:focus { border: 2px solid {text}; }
QPushButton[look="primary"]:disabled { background: {window}; color: {textQuiet}; border: 1px dashed {line}; }
QPushButton[look="quiet"], QPushButton[look="quietWarning"] { background: transparent; border-color: transparent; color: {accent};
  padding: <5>px <8>px; }
QPushButton[look="quietWarning"] { color: {yellow}; }
QPushButton[look="quiet"]:hover, QPushButton[look="quietWarning"]:hover { background: {hover}; }
QPushButton[look="quiet"]:focus, QPushButton[look="quietWarning"]:focus { border: 2px solid {focusRing}; padding: <4>px <7>px; }
QPushButton[look="quiet"]:disabled { color: {textQuiet}; }
QPushButton:checked { background: {selection}; color: {selectionText}; border-color: {accent}; }
QPushButton[look="danger"] { color: {red}; }

QToolButton { background: transparent; color: {text}; border: 1px solid transparent; border-radius: <5>px; padding: <4>px <6>px; }
QToolButton:hover { background: {hover}; }
QToolButton:focus { border: 1px solid {focusRing}; }
QToolButton:checked { background: {selection}; color: {selectionText}; }

QPushButton[look="rail"] { background: transparent; border: 1px solid transparent; border-radius: <6>px; padding: <6>px <10>px;
  text-align: left; }
QPushButton[look="rail"]:hover { background: {hover}; }
QPushButton[look="rail"][here="true"] { background: {selection}; color: {selectionText}; font-weight: 600; }
QPushButton[look="rail"]:focus { border: 2px solid {focusRing}; padding: <5>px <9>px; }
QPushButton::menu-indicator { image: none; width: 0; }
QFrame#rail { background: {raised}; border: none; border-right: 1px solid {line}; }
QFrame#topBar { background: {window}; border: none; }
QFrame#statusStrip { background: {raised}; border: none; border-top: 1px solid {line}; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: {surface}; color: {text}; border: 1px solid {field};
  border-radius: <5>px; padding: <4>px <8>px; selection-background-color: {accent}; selection-color: {accentText}; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: <20>px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid {focusRing};
  padding: <3>px <7>px; }
QLineEdit[readOnly="true"], QLineEdit:disabled, QComboBox:disabled { background: {window}; color: {textQuiet}; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"] { border: 1px solid {red}; }
QLineEdit[invalid="true"]:focus, QPlainTextEdit[invalid="true"]:focus { border: 2px solid {red}; }
QComboBox { padding-right: <24>px; }
QComboBox::drop-down { border: none; width: <24>px; }
QComboBox::down-arrow { image: url(:/icons/chevron-{iconSet}.svg); width: <12>px; height: <12>px; }
QComboBox QAbstractItemView { background: {surface}; color: {text}; border: 1px solid {line}; outline: none;
  selection-background-color: {selection}; selection-color: {selectionText}; }
QComboBox QAbstractItemView::item { min-height: <26>px; padding: 0 <8>px; }

QAbstractItemView { background: {surface}; color: {text}; border: 1px solid {line}; outline: none; gridline-color: {line};
  selection-background-color: {selection}; selection-color: {selectionText}; alternate-background-color: {raised}; }
QTreeView, QListView, QTableView { border-radius: <6>px; }
QTreeView:focus, QListView:focus, QTableView:focus { border: 1px solid {focusRing}; }
QHeaderView { background: {surface}; border: none; }
QHeaderView::section { background: {surface}; color: {textQuiet}; border: none; border-bottom: 1px solid {line};
  padding: <5>px <8>px; font-weight: 500; }
QTableCornerButton::section { background: {surface}; border: none; }

QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: {textQuiet}; border: 1px solid transparent; border-bottom: 2px solid transparent;
  padding: <6>px <12>px; margin-right: <2>px; }
QTabBar::tab:hover { background: {hover}; color: {text}; }
QTabBar::tab:selected { color: {text}; border-bottom: 2px solid {accent}; }
QTabBar:focus { border: none; }
QTabBar::tab:selected:focus { border: 1px solid {focusRing}; border-bottom: 2px solid {accent}; }
QTabBar QToolButton { padding: <3>px; margin: 0 <2>px; }
QTabBar QToolButton:hover { background: {line}; }
QTabBar::scroller { width: <28>px; }
QTabBar QToolButton#ScrollLeftButton, QTabBar QToolButton#ScrollRightButton { background: {window}; border: none; margin: 0; }
QTabBar QToolButton#ScrollLeftButton:hover, QTabBar QToolButton#ScrollRightButton:hover { background: {line}; }
QTabBar QToolButton::left-arrow { image: url(:/icons/chevron-left-{iconSet}.svg); width: <14>px; height: <14>px; }
QTabBar QToolButton::right-arrow { image: url(:/icons/chevron-right-{iconSet}.svg); width: <14>px; height: <14>px; }
QTabBar QToolButton::left-arrow:disabled, QTabBar QToolButton::right-arrow:disabled { image: none; }
QTabWidget::pane { border: none; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: <12>px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: <12>px; margin: 0; }
QScrollBar::handle { background: {scroll}; border-radius: <4>px; margin: <2>px; min-height: <32>px; min-width: <32>px; }
QScrollBar::handle:hover { background: {textQuiet}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QMenu { background: {surface}; color: {text}; border: 1px solid {line}; padding: <4>px; }
QMenu::item { padding: <5>px <24>px <5>px <12>px; border-radius: <4>px; }
QMenu::item:selected { background: {selection}; color: {selectionText}; }
QMenu::item:disabled { color: {textQuiet}; }
QMenu::separator { height: 1px; background: {line}; margin: <4>px <8>px; }

QCheckBox, QRadioButton { spacing: <8>px; padding: <2>px; border: 1px solid transparent; border-radius: <4>px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid {focusRing}; }
QCheckBox::indicator, QRadioButton::indicator { width: <14>px; height: <14>px; border: 1px solid {field}; background: {surface}; }
QCheckBox::indicator { border-radius: <3>px; }
QRadioButton::indicator { border-radius: <8>px; }
QCheckBox::indicator:checked { background: {accent}; border-color: {accent}; image: url(:/icons/tick-{tickSet}.svg); }
QRadioButton::indicator:checked { background: qradialgradient(cx:0.5, cy:0.5, radius:0.5, fx:0.5, fy:0.5,
  stop:0 {accent}, stop:0.55 {accent}, stop:0.6 {surface}, stop:1 {surface}); border-color: {accent}; }

QProgressBar { background: {line}; border: none; border-radius: <2>px; max-height: <4>px; min-height: <4>px; text-align: center; }
QProgressBar::chunk { background: {accent}; border-radius: <2>px; }
QGroupBox { border: none; margin-top: <20>px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QSplitter::handle { background: transparent; }
)";

QColor mix(const QColor& a, const QColor& b, double part) {
  return QColor::fromRgbF(static_cast<float>(a.redF() + (b.redF() - a.redF()) * part),
                          static_cast<float>(a.greenF() + (b.greenF() - a.greenF()) * part),
                          static_cast<float>(a.blueF() + (b.blueF() - a.blueF()) * part));
}

QString withColours(QString sheet, const Theme& t) {
  const bool isLight = t.kind == ThemeKind::light;
  const std::array<std::pair<const char*, QColor>, 18> colours{{{"window", t.window},
                                                                {"surface", t.surface},
                                                                {"raised", t.raised},
                                                                {"line", t.line},
                                                                {"text", t.text},
                                                                {"textQuiet", t.textQuiet},
                                                                {"accent", t.accent},
                                                                {"accentText", t.accentText},
                                                                {"selection", t.selection},
                                                                {"selectionText", t.selectionText},
                                                                {"hover", t.hover},
                                                                {"focusRing", t.focusRing},
                                                                {"red", t.red},
                                                                {"yellow", t.yellow},
                                                                {"green", t.green},
                                                                {"yellowGround", t.yellowGround},
                                                                {"accentHover", mix(t.accent, t.text, 0.18)},
                                                                {"field", mix(t.line, t.textQuiet, 0.55)}}};
  for (const auto& [name, colour] : colours)
    sheet.replace(QLatin1Char('{') + QLatin1String(name) + QLatin1Char('}'), colour.name());
  sheet.replace(QStringLiteral("{scroll}"), mix(t.line, t.textQuiet, 0.3).name());
  sheet.replace(QStringLiteral("{iconSet}"), isLight ? QStringLiteral("dark") : QStringLiteral("light"));
  sheet.replace(QStringLiteral("{tickSet}"), isLight ? QStringLiteral("light") : QStringLiteral("dark"));
  return sheet;
}

QString withLengths(const QString& sheet) {
  static const QRegularExpression length(QStringLiteral("<(\\d+)>"));
  QString out;
  qsizetype from = 0;
  for (auto it = length.globalMatch(sheet); it.hasNext();) {
    const auto match = it.next();
    out += QStringView(sheet).mid(from, match.capturedStart() - from);
    out += QString::number(scaled(match.captured(1).toInt()));
    from = match.capturedEnd();
  }
  out += QStringView(sheet).mid(from);
  return out;
}

const char* wordOf(Look look) {
  switch (look) {
    case Look::primary:
      return "primary";
    case Look::quiet:
      return "quiet";
    case Look::danger:
      return "danger";
    case Look::warning:
      return "warning";
    case Look::done:
      return "done";
    case Look::card:
      return "card";
    case Look::banner:
      return "banner";
    case Look::quietWarning:
      return "quietWarning";
    case Look::rail:
      return "rail";
  }
  return "";
}

}  // namespace

QString styleSheetOf(const Theme& theme) {
  return withLengths(withColours(QString::fromLatin1(kSheet), theme));
}

void setLook(QWidget* widget, Look look) {
  widget->setProperty("look", QString::fromLatin1(wordOf(look)));
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

}  // namespace ow::ui
