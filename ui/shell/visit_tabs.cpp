// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/visit_tabs.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "kit/icon.h"
#include "kit/theme.h"

namespace ow::ui {

namespace {
constexpr int kLongestTitle = 28;

// Double ampersands: a citizen's & is no mnemonic.
QString shortened(QString title) {
  if (title.size() > kLongestTitle) title = title.left(kLongestTitle - 1).trimmed() + QStringLiteral("…");
  return title.replace(QLatin1Char('&'), QLatin1String("&&"));
}
}  // namespace

VisitTabs::VisitTabs(QWidget* parent) : QWidget(parent), m_bar(new QTabBar(this)), m_stack(new QStackedWidget(this)) {
  m_bar->setObjectName(QStringLiteral("visitTabs"));
  m_bar->setAccessibleName(tr("Open visits"));
  m_bar->setDocumentMode(true);
  m_bar->setDrawBase(false);
  m_bar->setExpanding(false);
  m_bar->setUsesScrollButtons(true);
  m_bar->setElideMode(Qt::ElideNone);
  m_bar->setFocusPolicy(Qt::TabFocus);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(m_bar);
  column->addWidget(m_stack, 1);
  connect(m_bar, &QTabBar::currentChanged, this, [this](int index) {
    Page* page = at(index);
    if (page == nullptr) return;  // a tab that is just being made
    m_stack->setCurrentWidget(page);
    emit frontChanged(page);
  });
}

QString VisitTabs::tabText(const Page* page) const {
  return shortened(page->title());
}

void VisitTabs::add(Page* page, Closing closing) {
  m_stack->addWidget(page);
  const int index = m_bar->addTab(tabText(page));
  m_bar->setTabData(index, QVariant::fromValue(static_cast<QObject*>(page)));
  connect(page, &Page::titleChanged, this, [this, page] { refreshTitle(page); });
  if (closing == Closing::withButton) {
    auto* button = new QToolButton(m_bar);
    button->setObjectName(QStringLiteral("closeTab"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setIcon(icon(QStringLiteral("close"), Theme::current().textQuiet, 12));
    button->setIconSize(QSize(scaled(12), scaled(12)));
    connect(button, &QToolButton::clicked, this, [this, page] { emit closeWanted(page); });
    m_bar->setTabButton(index, QTabBar::RightSide, button);
  }
  refreshTitle(page);
  if (m_bar->count() == 1) emit frontChanged(page);  // the first tab comes to the front by itself
}

void VisitTabs::remove(Page* page) {
  const int index = indexOf(page);
  if (index < 0) return;
  page->disconnect(this);
  m_bar->removeTab(index);
  m_stack->removeWidget(page);
}

void VisitTabs::bringToFront(Page* page) {
  m_bar->setCurrentIndex(indexOf(page));
}

void VisitTabs::markParked(Page* page, bool isParked) {
  const int index = indexOf(page);
  if (index < 0) return;
  m_bar->setTabIcon(index, isParked ? icon(QStringLiteral("parked"), Theme::current().grey, 14) : QIcon());
}

void VisitTabs::refreshTitle(Page* page) {
  const int index = indexOf(page);
  if (index < 0) return;
  m_bar->setTabText(index, tabText(page));
  const QString key = index < 9 ? tr("%1 (Ctrl+%2)", "tab's title, its key").arg(page->title().toHtmlEscaped()).arg(index + 1)
                                : page->title().toHtmlEscaped();
  m_bar->setTabToolTip(index, key);
  if (QWidget* button = m_bar->tabButton(index, QTabBar::RightSide)) {
    button->setAccessibleName(tr("Close %1").arg(page->title()));
    button->setToolTip(tr("Close (Ctrl+W)"));
  }
}

int VisitTabs::count() const {
  return m_bar->count();
}

Page* VisitTabs::at(int index) const {
  if (index < 0 || index >= m_bar->count()) return nullptr;
  return qobject_cast<Page*>(m_bar->tabData(index).value<QObject*>());
}

Page* VisitTabs::front() const {
  return at(m_bar->currentIndex());
}

int VisitTabs::indexOf(const Page* page) const {
  for (int i = 0; i < m_bar->count(); ++i)
    if (at(i) == page) return i;
  return -1;
}

}  // namespace ow::ui
