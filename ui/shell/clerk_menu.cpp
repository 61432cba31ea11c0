// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QMenu>

#include "pad/pad.h"
#include "shell/main_window.h"
#include "shell/side_windows.h"
#include "shell/status_strip.h"

namespace ow::ui {

QMenu* MainWindow::makeClerkMenu() {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("clerkMenuList"));
  menu->setAccessibleName(tr("Clerk"));
  menu->addAction(tr("&Lock the screen\tCtrl+L"), this, &MainWindow::lock)->setObjectName(QStringLiteral("menuLock"));
  menu->addAction(tr("&Another clerk"), this, &MainWindow::switchClerkWanted)->setObjectName(QStringLiteral("menuSwitchClerk"));
  if (m_pad != nullptr) followPad(menu);
  menu->addAction(tr("Rate by &receipt (kiosk)"), this, &MainWindow::kioskWanted)->setObjectName(QStringLiteral("menuKiosk"));
  menu->addSeparator();
  menu->addAction(tr("&Keys\tCtrl+/"), this, &MainWindow::showKeys)->setObjectName(QStringLiteral("menuKeys"));
  menu->addAction(tr("A&bout OneWindow"), this, &MainWindow::showAbout)->setObjectName(QStringLiteral("menuAbout"));
  return menu;
}

// What the citizen's screen has to say stands where every notice stands.
void MainWindow::followPad(QMenu* menu) {
  QAction* shown = menu->addAction(tr("&Citizen's screen\tShift+F4"), m_pad, &Pad::showOrHide);
  shown->setObjectName(QStringLiteral("menuPad"));
  shown->setCheckable(true);
  const auto mark = [this, shown] { shown->setChecked(m_pad->isShown()); };
  mark();
  connect(m_pad, &Pad::changed, shown, mark);
  connect(shown, &QAction::triggered, shown, mark);  // the pad may have refused
  connect(m_pad, &Pad::told, this, &MainWindow::notify);
  connect(m_pad, &Pad::changed, this, [this] { m_status->setSilent(m_pad->isAsking()); });
}

void MainWindow::showKeys() {
  (new CheatSheet(this))->show();
}

void MainWindow::showAbout() {
  (new AboutWindow(this))->show();
}

}  // namespace ow::ui
