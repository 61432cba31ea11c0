// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profile_header.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "intake/core_text.h"
#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "profile/reveal_field.h"

namespace ow::ui {

namespace {

QPushButton* makeAction(const QString& name, const QString& text, const QString& says, QWidget* parent) {
  auto* button = new QPushButton(text, parent);
  button->setObjectName(name);
  button->setAccessibleName(says);
  return button;
}

QString kindWord(const std::string& kind) {
  if (kind == "mobile") return ProfileHeader::tr("Mobile");
  if (kind == "fixed_line") return ProfileHeader::tr("Phone");
  if (kind == "service_number") return ProfileHeader::tr("Service number");
  if (kind == "email") return ProfileHeader::tr("E-mail");
  if (kind == "wechat") return ProfileHeader::tr("WeChat");
  if (kind == "weibo") return ProfileHeader::tr("Weibo");
  if (kind == "residence") return ProfileHeader::tr("Residence");
  if (kind == "registered") return ProfileHeader::tr("Registered address");
  if (kind == "business") return ProfileHeader::tr("Place of business");
  if (kind == "mailing") return ProfileHeader::tr("Mailing address");
  return {};
}

}  // namespace

QString captionOf(const desk::MaskedField& field) {
  QString word = kindWord(field.kind);
  if (const auto type = base::fromCode<domain::IdentifierType>(field.kind); word.isEmpty() && type) word = words::of(*type);
  if (word.isEmpty()) word = field.field == "phone" ? ProfileHeader::tr("Phone") : ProfileHeader::tr("Way to reach them");
  if (field.isDoubtful) return ProfileHeader::tr("%1 (fails its check)", "a kind of number").arg(word);
  if (field.isPreferred) return ProfileHeader::tr("%1 (preferred)", "a kind of number").arg(word);
  return word;
}

ProfileHeader::ProfileHeader(Mirror mirror, QWidget* parent)
    : Card(QString(), parent),
      m_names(new FlowLayout(px(Space::wide), px(Space::hair))),
      m_facts(new FlowLayout(px(Space::section), px(Space::small))),
      m_banner(new QFrame(this)),
      m_note(new QLabel(m_banner)) {
  setObjectName(QStringLiteral("profileHeader"));
  auto* top = new QHBoxLayout;
  top->setSpacing(px(Space::small));
  top->addLayout(m_names, 1);
  if (mirror == Mirror::offered) {
    auto* check = makeAction(QStringLiteral("profileCheck"), tr("Let them check  D", "with its key"),
                             tr("Let the citizen check the data on their screen"), this);
    connect(check, &QPushButton::clicked, this, &ProfileHeader::checkAsked);
    top->addWidget(check, 0, Qt::AlignTop);
  }
  auto* correct = makeAction(QStringLiteral("profileCorrect"), tr("Correct data  E", "with its key"), tr("Correct data"), this);
  connect(correct, &QPushButton::clicked, this, &ProfileHeader::correctAsked);
  top->addWidget(correct, 0, Qt::AlignTop);
  auto* contact =
      makeAction(QStringLiteral("profileNewContact"), tr("New contact  C", "with its key"), tr("New contact"), this);
  auto* newCase = makeAction(QStringLiteral("profileNewCase"), tr("New case  N", "with its key"), tr("New case"), this);
  setLook(newCase, Look::primary);
  connect(contact, &QPushButton::clicked, this, &ProfileHeader::newContactAsked);
  connect(newCase, &QPushButton::clicked, this, &ProfileHeader::newCaseAsked);
  top->addWidget(contact, 0, Qt::AlignTop);
  top->addWidget(newCase, 0, Qt::AlignTop);
  body()->addLayout(top);
  body()->addLayout(m_facts);

  setLook(m_banner, Look::banner);
  auto* inBanner = new QHBoxLayout(m_banner);
  inBanner->setContentsMargins(px(Space::medium), px(Space::small), px(Space::medium), px(Space::small));
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_note->setObjectName(QStringLiteral("profileNote"));
  inBanner->addWidget(m_note);
  m_banner->hide();
  body()->addWidget(m_banner);
}

void ProfileHeader::clear() {
  for (FlowLayout* flow : {m_names, m_facts}) {
    while (QLayoutItem* item = flow->takeAt(0)) {
      delete item->widget();
      delete item;
    }
  }
  m_fields.clear();
}

void ProfileHeader::addField(const desk::MaskedField& field, const QString& caption, const QFont& font) {
  const int index = static_cast<int>(m_fields.size());
  auto* shown = new RevealField(field, caption, index, this);
  shown->setValueFont(font);
  connect(shown, &RevealField::revealAsked, this, [this, shown] { emit revealAsked(shown); });
  m_fields.append(shown);
  (index == 0 ? m_names : m_facts)->addWidget(shown);
  shown->show();
}

void ProfileHeader::addFact(const QString& caption, const QString& value, const QString& name) {
  if (value.isEmpty()) return;
  auto* holder = new QWidget(this);
  auto* column = new QVBoxLayout(holder);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  auto* above = new QLabel(caption, holder);
  above->setFont(ui::font(TextRole::caption));
  setLook(above, Look::quiet);
  column->addWidget(above);
  auto* below = new QLabel(value, holder);
  below->setTextFormat(Qt::PlainText);
  below->setObjectName(name);
  below->setMinimumHeight(QFontMetrics(below->font()).height() + scaled(12));  // as tall as a value with a button beside it
  column->addWidget(below);
  m_facts->addWidget(holder);
  holder->show();
}

void ProfileHeader::setProfile(const desk::Profile& profile) {
  clear();
  addField(profile.name, words::of(profile.kind), ui::font(TextRole::title));
  if (profile.age)
    addFact(profile.birthDate.empty() ? tr("Age") : tr("Age (born %1)").arg(fromCore(profile.birthDate)),
            tr("%n year(s)", "age", *profile.age), QStringLiteral("profileAge"));
  if (profile.kind == domain::PartyKind::person && profile.sex != domain::Sex::unknown)
    addFact(tr("Sex"), words::of(profile.sex), QStringLiteral("profileSex"));
  addFact(tr("Latin name"), fromCore(profile.latinName), QStringLiteral("profileLatinName"));
  for (const desk::MaskedField& field : profile.identifiers) addField(field, captionOf(field), font());
  for (const desk::MaskedField& field : profile.contactPoints) addField(field, captionOf(field), font());
  if (profile.preferredChannel)
    addFact(tr("Wishes to be reached by"), words::of(*profile.preferredChannel), QStringLiteral("profilePreferredChannel"));
  if (profile.preferredLanguage)
    addFact(tr("Language"), QLocale(fromCore(*profile.preferredLanguage)).nativeLanguageName(),
            QStringLiteral("profileLanguage"));
  const QLocale numbers;
  addFact(tr("Open cases"), numbers.toString(static_cast<qlonglong>(profile.openCaseCount)),
          QStringLiteral("profileOpenCount"));
  addFact(tr("Closed cases"), numbers.toString(static_cast<qlonglong>(profile.closedCaseCount)),
          QStringLiteral("profileClosedCount"));
  addFact(tr("Contacts"), numbers.toString(static_cast<qlonglong>(profile.interactionCount)),
          QStringLiteral("profileContactCount"));
  m_note->setText(profile.note ? fromCore(*profile.note) : QString());
  m_banner->setVisible(profile.note && !profile.note->empty());
}

}  // namespace ow::ui
