// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/citizens_page.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "kit/bridge.h"
#include "kit/card.h"
#include "kit/column_page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "shell/pages.h"

namespace ow::ui {

namespace {

constexpr std::size_t kMostRows = 20;

struct Example {
  QString what;
  QString typed;
};

QLabel* label(const QString& words, QWidget* parent) {
  auto* made = new QLabel(words, parent);
  made->setTextFormat(Qt::PlainText);
  return made;
}

}  // namespace

CitizensPage::CitizensPage(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Page(bridge, navigator, parent), m_unfinished(new Card(tr("Unfinished"), this)), m_rows(new QVBoxLayout) {
  auto* column = makeColumn(this, 820);
  column->addWidget(makeSearchCard());
  m_rows->setSpacing(px(Space::hair));
  m_unfinished->body()->addLayout(m_rows);
  m_unfinished->hide();
  column->addWidget(m_unfinished);
  column->addStretch();
  connect(&bridge, &Bridge::changed, this, [this](desk::Changed what) {
    if (what.drafts && isVisible()) refresh();
  });
}

QString CitizensPage::kind() const {
  return kind::kCitizens;
}

QWidget* CitizensPage::makeSearchCard() {
  auto* card = new Card(tr("Find a person, a firm or a case"), this);
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(px(Space::section));
  grid->setVerticalSpacing(px(Space::small));
  const std::vector<Example> examples{
      {tr("Name"), QStringLiteral("张三   張三   Ana García")},
      {tr("Pinyin or initials"), QStringLiteral("zhangsan   zs   张san")},
      {tr("ID number, from the front or the last four"), QStringLiteral("110101…   002X")},
      {tr("Phone, written in any way"), QStringLiteral("138 0013 8000   8000")},
      {tr("Credit code of a firm"), QStringLiteral("9111…")},
      {tr("Case number, with or without dashes"), QStringLiteral("110101-20260809-001-00001-X")}};
  int row = 0;
  for (const Example& example : examples) {
    auto* what = label(example.what, card);
    setLook(what, Look::quiet);
    grid->addWidget(what, row, 0);
    grid->addWidget(label(example.typed, card), row++, 1);
  }
  grid->setColumnStretch(1, 1);
  card->body()->addLayout(grid);
  card->body()->addSpacing(px(Space::small));
  auto* buttons = new QHBoxLayout;
  auto* search = new QPushButton(tr("&Search (Ctrl+K)"), card);
  search->setObjectName(QStringLiteral("citizensSearch"));
  search->setAccessibleName(tr("Search"));
  setLook(search, Look::primary);
  auto* add = new QPushButton(tr("&Register somebody new"), card);
  add->setObjectName(QStringLiteral("citizensNewParty"));
  add->setAccessibleName(tr("Register somebody new"));
  auto* centre = new QPushButton(tr("Ask the &centre"), card);
  centre->setObjectName(QStringLiteral("citizensAskCentre"));
  centre->setAccessibleName(tr("Ask the centre"));
  centre->setVisible(bridge().syncing() != nullptr);
  connect(&bridge(), &Bridge::syncChanged, centre, [this, centre] { centre->setVisible(bridge().syncing() != nullptr); });
  connect(centre, &QPushButton::clicked, this, [this] { navigator().searchCentre({}); });
  connect(search, &QPushButton::clicked, this, &CitizensPage::searchWanted);
  connect(add, &QPushButton::clicked, this, [this] { navigator().newParty({}); });
  buttons->addWidget(search);
  buttons->addWidget(centre);
  buttons->addWidget(add);
  buttons->addStretch();
  card->body()->addLayout(buttons);
  return card;
}

void CitizensPage::showEvent(QShowEvent* event) {
  Page::showEvent(event);
  refresh();
}

void CitizensPage::refresh() {
  bridge().run(
      Lane::read, this, [](desk::Desk& desk) { return desk::drafts(desk); },
      [this](const base::Result<std::vector<desk::Draft>>& drafts) {
        if (drafts) show(drafts.value());
      });
}

void CitizensPage::show(const std::vector<desk::Draft>& drafts) {
  while (QLayoutItem* item = m_rows->takeAt(0)) {
    item->widget()->deleteLater();
    delete item;
  }
  const QStringList claimed = m_claimed ? m_claimed() : QStringList();
  std::size_t shown = 0;
  for (const desk::Draft& draft : drafts) {
    const bool isOffered = !nameOfForm(draft.form).isEmpty() && !claimed.contains(QString::fromStdString(draft.id.text()));
    if (!isOffered || shown == kMostRows) continue;
    m_rows->addWidget(makeRow(draft));
    ++shown;
  }
  m_unfinished->setVisible(shown > 0);
}

QWidget* CitizensPage::makeRow(const desk::Draft& draft) {
  auto* row = new QWidget(m_unfinished);
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(px(Space::small));
  const QString name = nameOfForm(draft.form);
  auto* what = label(name, row);
  auto* when = label(words::ago(draft.savedAt, bridge().desk().clock().now()), row);
  setLook(when, Look::quiet);
  auto* go = new QPushButton(tr("Continue"), row);
  go->setObjectName(QStringLiteral("continueDraft"));
  go->setAccessibleName(tr("Continue: %1, %2", "form, when it was kept").arg(name, when->text()));
  auto* away = new QPushButton(tr("Throw away"), row);
  away->setObjectName(QStringLiteral("discardDraft"));
  away->setAccessibleName(tr("Throw away: %1, %2", "form, when it was kept").arg(name, when->text()));
  setLook(away, Look::quiet);
  connect(go, &QPushButton::clicked, this, [this, draft] { emit continueWanted(draft); });
  connect(away, &QPushButton::clicked, this, [this, draft] { discard(draft); });
  line->addWidget(what);
  line->addWidget(when, 1);
  line->addWidget(away);
  line->addWidget(go);
  return row;
}

void CitizensPage::discard(const desk::Draft& draft) {
  bridge().run(
      Lane::write, this, [id = draft.id](desk::Desk& desk) { return desk::discardDraft(desk, id); },
      [this](const base::Result<void>& done) {
        if (!done) navigator().notify(words::sentence(done.error()), Navigator::Tone::failed);
        refresh();
      });
}

}  // namespace ow::ui
