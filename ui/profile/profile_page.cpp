// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profile_page.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QListView>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "cases/timeline_view.h"
#include "intake/choice_row.h"
#include "intake/core_text.h"
#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/empty_state.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "pad/pad.h"
#include "profile/profile_header.h"
#include "profile/profile_mirror.h"
#include "profile/profile_side.h"
#include "profile/purpose_chooser.h"
#include "profile/reveal_field.h"

namespace ow::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto kRefreshAfter = 1500ms;  // several writes in a row are read once
constexpr std::size_t kPageSize = 60;
constexpr int kSideWidth = 340;
constexpr int kTwoColumns = 860;

constexpr std::array kFilters{desk::TimelineFilter::everything, desk::TimelineFilter::contacts, desk::TimelineFilter::cases,
                              desk::TimelineFilter::ratings};
constexpr std::array kFilterNames{"everything", "contacts", "cases", "ratings"};

QString filterWord(desk::TimelineFilter filter) {
  switch (filter) {
    case desk::TimelineFilter::everything:
      return ProfilePage::tr("1 Everything", "with its key");
    case desk::TimelineFilter::contacts:
      return ProfilePage::tr("2 Contacts", "with its key");
    case desk::TimelineFilter::cases:
      return ProfilePage::tr("3 Cases", "with its key");
    case desk::TimelineFilter::ratings:
      return ProfilePage::tr("4 Ratings", "with its key");
  }
  return {};
}

}  // namespace

ProfilePage::ProfilePage(Bridge& bridge, Navigator& navigator, domain::PartyId id, desk::Purpose purpose, QWidget* parent)
    : Page(bridge, navigator, parent),
      m_id(id),
      m_firstPurpose(purpose),
      m_page(new QScrollArea(this)),
      m_missing(new EmptyState(QString(), this)),
      m_header(new ProfileHeader(navigator.pad() ? ProfileHeader::Mirror::offered : ProfileHeader::Mirror::none, this)),
      m_purpose(new PurposeChooser(m_header)),
      m_filter(new ChoiceRow(QStringLiteral("profileFilter"), tr("What the story shows"), this)),
      m_side(new ProfileSide(this)),
      m_below(new QBoxLayout(QBoxLayout::LeftToRight)),
      m_sideScroll(new QScrollArea(this)) {
  setFocusPolicy(Qt::StrongFocus);
  build();
  addKeys();
  m_refresh.setSingleShot(true);
  m_refresh.setInterval(kRefreshAfter);
  connect(&m_refresh, &QTimer::timeout, this, &ProfilePage::load);
  connect(&bridge, &Bridge::changed, this, &ProfilePage::onChanged);
  if (!m_id.isNil()) load();
}

void ProfilePage::build() {
  auto* inside = new QWidget;
  auto* column = new QVBoxLayout(inside);
  column->setContentsMargins(px(Space::large), px(Space::large), px(Space::large), px(Space::large));
  column->setSpacing(px(Space::medium));
  m_header->body()->addWidget(m_purpose);
  column->addWidget(m_header);
  m_below->setSpacing(px(Space::medium));
  m_below->addWidget(buildStory(), 1);
  m_sideScroll->setWidget(m_side);
  m_sideScroll->setWidgetResizable(true);
  m_sideScroll->setFrameShape(QFrame::NoFrame);
  m_sideScroll->setFocusPolicy(Qt::NoFocus);
  m_sideScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_sideScroll->setMinimumHeight(scaled(220));
  m_below->addWidget(m_sideScroll, 0);
  column->addLayout(m_below, 1);

  m_page->setObjectName(QStringLiteral("profilePageScroll"));
  m_page->setWidget(inside);
  m_page->setWidgetResizable(true);
  m_page->setFrameShape(QFrame::NoFrame);
  m_page->setFocusPolicy(Qt::NoFocus);
  m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_page->hide();  // until there is something to show
  m_missing->hide();
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->addWidget(m_page);
  all->addWidget(m_missing);

  connect(m_header, &ProfileHeader::newContactAsked, this, [this] { navigator().newContact(m_id, std::nullopt); });
  connect(m_header, &ProfileHeader::newCaseAsked, this, [this] { navigator().newCase(m_id); });
  connect(m_header, &ProfileHeader::correctAsked, this, [this] { navigator().correctParty(m_id); });
  connect(m_header, &ProfileHeader::checkAsked, this, &ProfilePage::letCheck);
  connect(m_header, &ProfileHeader::revealAsked, this, &ProfilePage::askReveal);
  connect(m_side, &ProfileSide::revealAsked, this, &ProfilePage::askReveal);
  connect(m_side, &ProfileSide::caseAsked, this, [this](domain::CaseId id) { navigator().openCase(id); });
  connect(m_side, &ProfileSide::partyAsked, this, [this](domain::PartyId id) { navigator().openParty(id, m_firstPurpose); });
  connect(m_purpose, &PurposeChooser::chosen, this, [this](desk::Purpose purpose) {
    takeFocus();
    if (m_asked) reveal(m_asked, purpose);
  });
  connect(m_purpose, &PurposeChooser::givenUp, this, &ProfilePage::takeFocus);
}

QWidget* ProfilePage::buildStory() {
  auto* card = new Card(QString(), this);
  for (std::size_t i = 0; i < kFilters.size(); ++i)
    m_filter->add(static_cast<int>(kFilters[i]), QString::fromLatin1(kFilterNames[i]), filterWord(kFilters[i]));
  m_filter->choose(static_cast<int>(desk::TimelineFilter::everything));
  m_story = new TimelineView(bridge().desk().zone(), CaseNaming::named, card);
  m_story->setObjectName(QStringLiteral("profileStory"));
  m_story->setMinimumHeight(scaled(240));
  m_story->setEmptySentence(tr("Nothing of this kind is on record."));
  card->body()->addWidget(m_filter);
  card->body()->addWidget(m_story, 1);
  connect(m_filter, &ChoiceRow::changed, this, &ProfilePage::loadStory);
  connect(m_story, &TimelineView::caseActivated, this, [this](domain::CaseId id) { navigator().openCase(id); });
  connect(m_story, &TimelineView::endReached, this, &ProfilePage::loadMore);
  return card;
}

void ProfilePage::addKeys() {
  const auto on = [this](int key, auto act) {
    auto* shortcut = new QShortcut(QKeySequence(key), this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
  };
  on(Qt::Key_C, [this] { navigator().newContact(m_id, std::nullopt); });
  on(Qt::Key_N, [this] { navigator().newCase(m_id); });
  on(Qt::Key_E, [this] { navigator().correctParty(m_id); });
  on(Qt::Key_D, [this] { letCheck(); });
  on(Qt::Key_R, [this] { openRevealMenu(); });
  for (std::size_t i = 0; i < kFilters.size(); ++i)
    on(Qt::Key_1 + static_cast<int>(i), [this, i] {
      m_filter->choose(static_cast<int>(kFilters[i]));
      loadStory();
    });
}

void ProfilePage::letCheck() {
  if (m_profile && navigator().pad() != nullptr) navigator().pad()->letCheck(mirrorOf(*m_profile));
}

// --- loading
// ------------------------------------------------------------------------------------------------------------------------

void ProfilePage::load() {
  if (m_isLoading) return;
  m_isLoading = true;
  m_isStale = false;
  const auto look = m_profile && m_profile->id == m_id ? std::optional(m_profile->look) : std::nullopt;
  bridge().run(
      Lane::read, this,
      [id = m_id, purpose = m_firstPurpose, look](desk::Desk& desk) {
        if (!look) return desk::openProfile(desk, id, purpose);
        auto again = desk::refreshProfile(desk, id, *look);
        // The page stood open over night: looking at it now is another look.
        return !again && again.error().fact("rule") == "look_needed" ? desk::openProfile(desk, id, purpose) : again;
      },
      [this](const base::Result<desk::Profile>& profile) {
        m_isLoading = false;
        if (!profile) return showMissing(profile.error());
        show(profile.value());
      });
}

void ProfilePage::show(const desk::Profile& profile) {
  const bool isFirst = !m_profile.has_value();
  const int scrollBefore = isFirst ? m_scrollToRestore : scroll();
  m_profile = profile;
  m_missing->hide();
  m_header->setProfile(profile);
  m_side->setProfile(profile, bridge().desk().clock().now(), bridge().desk().zone(),
                     static_cast<int>(m_header->fields().size()));
  if (filter() == desk::TimelineFilter::everything) {
    ++m_ticket;
    m_story->setItems(profile.timeline);
    setScroll(scrollBefore);
  } else {
    loadStory();
  }
  m_page->show();
  emit titleChanged();
  emit loaded();
  if (std::exchange(m_isFocusDue, false)) takeFocus();
}

void ProfilePage::showMissing(const base::Error& error) {
  m_page->hide();
  m_missing->setSentence(words::sentence(error));
  m_missing->show();
}

void ProfilePage::onChanged(const desk::Changed& what) {
  if (!isConcerned(what)) return;
  m_isStale = true;
  if (isVisible() && !m_refresh.isActive()) m_refresh.start();
}

bool ProfilePage::isConcerned(const desk::Changed& what) const {
  if (what.parties.holds(m_id)) return true;
  if (!m_profile) return false;
  return std::any_of(m_profile->relatives.begin(), m_profile->relatives.end(),
                     [&](const desk::Relative& one) { return what.parties.holds(one.id); });
}

void ProfilePage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  if (m_isStale) load();
}

// --- the story
// ----------------------------------------------------------------------------------------------------------------------

desk::TimelineFilter ProfilePage::filter() const {
  return static_cast<desk::TimelineFilter>(std::max(0, m_filter->value()));
}

void ProfilePage::loadStory() {
  bridge().run(
      Lane::read, this,
      [id = m_id, what = filter()](desk::Desk& desk) { return desk::timeline(desk, id, what, std::nullopt, kPageSize); },
      [this, ticket = ++m_ticket](const base::Result<std::vector<desk::TimelineItem>>& items) {
        if (ticket != m_ticket) return;
        if (!items) return navigator().notify(words::sentence(items.error()), Navigator::Tone::failed);
        m_story->setItems(items.value());
        setScroll(std::exchange(m_scrollToRestore, 0));
      });
}

void ProfilePage::loadMore() {
  if (m_story->count() == 0) return;
  const desk::TimelineItem last = m_story->item(m_story->count() - 1);
  bridge().run(
      Lane::read, this,
      [id = m_id, what = filter(), last](desk::Desk& desk) { return desk::timeline(desk, id, what, last, kPageSize); },
      [this, ticket = m_ticket](const base::Result<std::vector<desk::TimelineItem>>& items) {
        if (ticket == m_ticket && items && !items.value().empty()) m_story->append(items.value());
      });
}

int ProfilePage::scroll() const {
  const auto* list = m_story->findChild<QAbstractScrollArea*>();
  return list != nullptr ? list->verticalScrollBar()->value() : 0;
}

void ProfilePage::setScroll(int value) {
  if (value <= 0) return;
  // The bar knows its range only after the rows have been laid out.
  QMetaObject::invokeMethod(
      this,
      [this, value] {
        if (auto* list = m_story->findChild<QAbstractScrollArea*>()) list->verticalScrollBar()->setValue(value);
      },
      Qt::QueuedConnection);
}

// --- revealing
// ----------------------------------------------------------------------------------------------------------------------

void ProfilePage::openRevealMenu() {
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("profileRevealMenu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  int key = 1;
  for (const QList<RevealField*>& fields : {m_header->fields(), m_side->fields()}) {
    for (RevealField* field : fields) {
      if (!field->canReveal()) continue;
      const QString text = key <= 9 ? tr("&%1  %2", "a digit key and the value that it reveals").arg(key).arg(field->caption())
                                    : field->caption();
      menu->addAction(text, field, [this, field] { askReveal(field); });
      ++key;
    }
  }
  if (menu->isEmpty()) return menu->deleteLater();
  menu->setActiveAction(menu->actions().constFirst());
  menu->popup(m_header->mapToGlobal(QPoint(px(Space::large), px(Space::section))));
}

void ProfilePage::askReveal(RevealField* field) {
  if (!m_profile) return;
  if (m_profile->openCaseCount > 0) return reveal(field, desk::Purpose::caseWork);
  m_asked = field;
  m_page->ensureWidgetVisible(m_header);
  m_purpose->ask(field->caption());
}

void ProfilePage::reveal(RevealField* field, desk::Purpose purpose) {
  field->setWaiting();
  bridge().run(
      Lane::write, field,
      [id = m_id, masked = field->field(), purpose](desk::Desk& desk) { return desk::reveal(desk, id, masked, purpose); },
      [this, field](const base::Result<std::string>& clear) {
        if (clear) return field->showClear(fromCore(clear.value()));
        field->mask();
        if (clear.error().fact("rule") != "purpose_needed") return field->sayFailed(words::sentence(clear.error()));
        m_asked = field;  // the last case was closed meanwhile
        m_purpose->ask(field->caption());
      });
}

// --- the page
// -----------------------------------------------------------------------------------------------------------------------

QString ProfilePage::title() const {
  return m_profile ? fromCore(m_profile->name.shown) : tr("Citizen");
}

QJsonObject ProfilePage::state() const {
  return {{QStringLiteral("party"), QString::fromStdString(m_id.text())},
          {QStringLiteral("purpose"), QString::fromUtf8(base::code(m_firstPurpose).data())},
          {QStringLiteral("filter"), m_filter->value()},
          {QStringLiteral("scroll"), m_profile ? scroll() : m_scrollToRestore}};
}

void ProfilePage::restore(const QJsonObject& state) {
  const auto id = domain::PartyId::parse(state.value(QStringLiteral("party")).toString().toStdString());
  const auto purpose = base::fromCode<desk::Purpose>(state.value(QStringLiteral("purpose")).toString().toStdString());
  m_firstPurpose = purpose.value_or(m_firstPurpose);
  m_filter->choose(std::clamp(state.value(QStringLiteral("filter")).toInt(), 0, static_cast<int>(kFilters.size()) - 1));
  m_scrollToRestore = state.value(QStringLiteral("scroll")).toInt();
  if (!id) return;
  const bool isSame = *id == m_id;
  m_id = *id;
  if (!isSame || !m_profile) load();
}

void ProfilePage::takeFocus() {
  // What is not shown yet cannot take the focus, and the letter keys of this page need it.
  if (m_page->isHidden()) {
    m_isFocusDue = true;
    return;
  }
  // A story without a line is hidden: then the first thing that can be done with this person.
  QWidget* target = m_story->findChild<QAbstractItemView*>();
  if (target == nullptr || !target->isVisible()) target = findChild<QAbstractButton*>(QStringLiteral("profileNewContact"));
  (target != nullptr ? target : this)->setFocus(Qt::OtherFocusReason);
}

void ProfilePage::resizeEvent(QResizeEvent* event) {
  Page::resizeEvent(event);
  const bool isWide = width() >= scaled(kTwoColumns);
  m_below->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
  m_sideScroll->setMaximumWidth(isWide ? scaled(kSideWidth) : QWIDGETSIZE_MAX);
  m_sideScroll->setMinimumWidth(isWide ? scaled(kSideWidth) : 0);
}

}  // namespace ow::ui
