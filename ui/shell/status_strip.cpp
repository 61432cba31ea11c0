// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/status_strip.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include "kit/elided_label.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "sync/sync_watch.h"
#include "sync/sync_words.h"

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto kNoticeStays = 10s;

Look lookOf(Navigator::Tone tone) {
  switch (tone) {
    case Navigator::Tone::done:
      return Look::done;
    case Navigator::Tone::warning:
      return Look::warning;
    case Navigator::Tone::failed:
      return Look::danger;
  }
  return Look::quiet;
}

// The shape says it to eyes that see no colour.
QString marked(const QString& text, Navigator::Tone tone) {
  switch (tone) {
    case Navigator::Tone::done:
      return QStringLiteral("✓  ") + text;
    case Navigator::Tone::warning:
      return QStringLiteral("◆  ") + text;
    case Navigator::Tone::failed:
      return QStringLiteral("▲  ") + text;
  }
  return text;
}

QString placeWords(const desk::Place& place) {
  const QString hall = QString::fromStdString(place.hall);
  if (place.window.empty()) return hall;
  return StatusStrip::tr("Window %1 · %2", "window, hall").arg(QString::fromStdString(place.window), hall);
}

bool isInOrder(const desk::SyncView& view) {
  using Phase = desk::SyncView::Phase;
  return view.phase != Phase::away && view.phase != Phase::refused && view.phase != Phase::broken && view.clerkRefusal.empty();
}

}  // namespace

StatusStrip::StatusStrip(Bridge& bridge, QMenu* clerkMenu, QWidget* parent)
    : QFrame(parent),
      m_bridge(bridge),
      m_clerk(new QPushButton(this)),
      m_notice(new ElidedLabel({}, this)),
      m_store(new QLabel(this)),
      m_watch(new SyncWatch(bridge, this)),
      m_settle(makeSign(QStringLiteral("settleSign"))),
      m_sync(makeSign(QStringLiteral("syncSign"))) {
  setObjectName(QStringLiteral("statusStrip"));
  const desk::Desk& desk = bridge.desk();
  m_clerk->setObjectName(QStringLiteral("clerkMenu"));
  m_clerk->setText(QString::fromStdString(desk.clerk().name));
  m_clerk->setAccessibleName(tr("Clerk %1").arg(m_clerk->text()));
  m_clerk->setMenu(clerkMenu);
  setLook(m_clerk, Look::quiet);
  auto* place = new ElidedLabel(placeWords(desk.place()), this);
  place->setObjectName(QStringLiteral("statusPlace"));
  setLook(place, Look::quiet);
  m_notice->setObjectName(QStringLiteral("notice"));
  m_notice->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  m_notice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  m_store->setObjectName(QStringLiteral("storeState"));
  m_store->setTextFormat(Qt::PlainText);
  setLook(m_store, Look::quiet);
  m_store->setText(desk.isReadOnly() ? tr("Read only: nothing can be written") : tr("Everything is saved"));

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(px(Space::small), px(Space::hair), px(Space::large), px(Space::hair));
  row->setSpacing(px(Space::small));
  row->addWidget(m_clerk);
  row->addWidget(place);
  row->addSpacing(px(Space::wide));
  row->addWidget(m_notice, 1);
  row->addWidget(m_settle);
  row->addWidget(m_sync);
  row->addWidget(m_store);

  connect(m_watch, &SyncWatch::viewChanged, this, &StatusStrip::showSync);
  m_fade.setSingleShot(true);
  connect(&m_fade, &QTimer::timeout, this, [this] { m_notice->setText({}); });
  connect(&bridge, &Bridge::changed, this, [this] {
    if (!m_isSilent) showSaved(m_bridge.desk().clock().now());
  });
  connect(&bridge, &Bridge::writeRefused, this, [this] {
    setLook(m_store, Look::danger);
    m_store->setText(tr("Not saved"));
  });
}

void StatusStrip::notify(const QString& text, Navigator::Tone tone) {
  setLook(m_notice, lookOf(tone));
  m_notice->setText(marked(text, tone));
  QAccessibleEvent told(m_notice, QAccessible::Alert);
  QAccessible::updateAccessibility(&told);
  if (tone == Navigator::Tone::failed) {
    m_fade.stop();  // stays until something else is said
  } else {
    m_fade.start(kNoticeStays);
  }
}

QPushButton* StatusStrip::makeSign(const QString& name) {
  auto* sign = new QPushButton(this);
  sign->setObjectName(name);
  setLook(sign, Look::quiet);
  sign->hide();
  connect(sign, &QPushButton::clicked, this, &StatusStrip::syncWanted);
  return sign;
}

// Never more than a sign: whoever works at the counter is not stopped by a line that is cut.
void StatusStrip::showSync() {
  const desk::SyncView& view = m_watch->view();
  if (view.isShutOut) emit shutOut();
  const QString sign = words::syncSign(view);
  setLook(m_sync, isInOrder(view) ? Look::quiet : Look::quietWarning);
  m_sync->setText(sign);
  m_sync->setAccessibleName(sign.isEmpty() ? tr("Sync") : sign);
  m_sync->setToolTip(words::ofSync(view, m_bridge.desk().clock().now(), m_bridge.desk().zone()));
  m_sync->setAccessibleDescription(m_sync->toolTip());
  m_sync->setVisible(!sign.isEmpty());
  const auto toSettle = static_cast<int>(view.toSettle());
  m_settle->setText(tr("◆ %Ln to settle", nullptr, toSettle));
  m_settle->setAccessibleName(m_settle->text());
  m_settle->setVisible(toSettle > 0);
}

void StatusStrip::showSaved(base::Instant at) {
  setLook(m_store, Look::quiet);
  m_store->setText(tr("Saved %1", "time of day").arg(words::timeWithSeconds(at, m_bridge.desk().zone())));
}

}  // namespace ow::ui
