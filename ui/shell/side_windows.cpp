// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/side_windows.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <vector>

#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "shell/key_list.h"

namespace ow::ui {

namespace {

constexpr double kMostOfScreen = 0.9;  // the window's own frame needs room, too

QPushButton* closeButton(QDialog* dialog, const QString& name) {
  auto* button = new QPushButton(CheatSheet::tr("Close"), dialog);
  button->setObjectName(name);
  button->setAccessibleName(button->text());
  button->setDefault(true);
  QObject::connect(button, &QPushButton::clicked, dialog, &QDialog::close);
  return button;
}

QVBoxLayout* columnOf(QDialog* dialog) {
  auto* column = new QVBoxLayout(dialog);
  column->setContentsMargins(px(Space::wide), px(Space::wide), px(Space::wide), px(Space::large));
  column->setSpacing(px(Space::small));
  return column;
}

QLabel* text(const QString& words, TextRole role, QWidget* parent) {
  auto* label = new QLabel(words, parent);
  label->setTextFormat(Qt::PlainText);
  label->setFont(font(role));
  return label;
}

// The first free row behind it.
int addGroup(QGridLayout* grid, int row, const KeyGroup& group, QWidget* parent) {
  if (row > 0) grid->setRowMinimumHeight(row++, px(Space::medium));
  grid->addWidget(text(group.heading, TextRole::heading, parent), row++, 0, 1, 2);
  for (const KeyLine& line : group.lines) {
    grid->addWidget(text(line.keys, TextRole::body, parent), row, 0);
    auto* does = text(line.does, TextRole::body, parent);
    setLook(does, Look::quiet);
    grid->addWidget(does, row++, 1);
  }
  return row;
}

}  // namespace

CheatSheet::CheatSheet(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("cheatSheet"));
  setWindowTitle(tr("Keys"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* column = columnOf(this);
  auto* inside = new QWidget(this);
  // Two columns of about the same height. Where they are taller than the screen they scroll.
  const std::vector<KeyGroup> groups = keyGroups();
  std::size_t lines = 0;
  for (const KeyGroup& group : groups) lines += group.lines.size();
  auto* both = new QHBoxLayout(inside);
  both->setContentsMargins(0, 0, 0, 0);
  both->setSpacing(px(Space::section) * 2);
  QGridLayout* grid = nullptr;
  int row = 0;
  std::size_t told = 0;
  for (const KeyGroup& group : groups) {
    if (grid == nullptr || (both->count() == 1 && 2 * told >= lines)) {
      grid = new QGridLayout;
      grid->setHorizontalSpacing(px(Space::wide));
      grid->setVerticalSpacing(px(Space::small));
      grid->setColumnStretch(1, 1);
      both->addLayout(grid);
      row = 0;
    }
    row = addGroup(grid, row, group, inside);
    told += group.lines.size();
  }
  for (int i = 0; i < both->count(); ++i) both->setAlignment(both->itemAt(i)->layout(), Qt::AlignTop);
  auto* scroll = new QScrollArea(this);
  scroll->setObjectName(QStringLiteral("cheatSheetKeys"));
  scroll->setAccessibleName(windowTitle());
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setWidgetResizable(true);
  scroll->setFocusPolicy(Qt::StrongFocus);  // the arrow keys reach the last line
  scroll->setWidget(inside);
  column->addWidget(scroll, 1);
  column->addWidget(closeButton(this, QStringLiteral("cheatSheetClose")), 0, Qt::AlignRight);
  const QSize around = sizeHint() - scroll->sizeHint();
  const QSize whole = inside->sizeHint() + QSize(scroll->verticalScrollBar()->sizeHint().width(), 0);
  resize((whole + around).boundedTo(screen()->availableSize() * kMostOfScreen));
}

AboutWindow::AboutWindow(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("aboutWindow"));
  setWindowTitle(tr("About OneWindow"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* column = columnOf(this);
  column->addWidget(text(tr("OneWindow"), TextRole::title, this));
  auto* version = text(tr("Version %1").arg(QCoreApplication::applicationVersion()), TextRole::body, this);
  setLook(version, Look::quiet);
  column->addWidget(version);
  column->addSpacing(px(Space::medium));
  auto* story =
      text(tr("The front office of one-stop government service halls.\n\n"
              "Free software under the GNU General Public License, version 3 or later. It comes without any warranty.\n\n"
              "It stands on Qt, SQLCipher, Boost, ICU, libphonenumber, libsodium and OpenCC."),
           TextRole::body, this);
  story->setWordWrap(true);
  story->setMinimumWidth(scaled(380));
  column->addWidget(story);
  column->addSpacing(px(Space::large));
  column->addWidget(closeButton(this, QStringLiteral("aboutClose")), 0, Qt::AlignRight);
}

}  // namespace ow::ui
