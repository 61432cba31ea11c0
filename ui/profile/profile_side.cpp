// SPDX-License-Identifier: GPL-3.0-or-later
#include "profile/profile_side.h"

#include <QLabel>
#include <QVBoxLayout>

#include "intake/core_text.h"
#include "intake/correction_words.h"
#include "kit/card.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "profile/link_row.h"
#include "profile/profile_header.h"
#include "profile/rating_faces.h"
#include "profile/reveal_field.h"

namespace ow::ui {

namespace {

QLabel* makeQuiet(const QString& text, QWidget* parent) {
  auto* label = new QLabel(text, parent);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  setLook(label, Look::quiet);
  return label;
}

QString relationDetail(const desk::Relative& relative) {
  const QString kind = words::of(relative.kind, relative.side);
  const QString scope = relative.scope ? fromCore(*relative.scope) : QString();
  if (!relative.validUntil)
    return scope.isEmpty() ? kind : ProfileSide::tr("%1 · %2", "a relation and its scope").arg(kind, scope);
  const QString until = words::date(*relative.validUntil);
  const QString limit =
      relative.isExpired ? ProfileSide::tr("expired on %1").arg(until) : ProfileSide::tr("valid until %1").arg(until);
  return scope.isEmpty() ? ProfileSide::tr("%1 · %2", "a relation and how long it holds").arg(kind, limit)
                         : ProfileSide::tr("%1 · %2 · %3", "a relation, its scope, how long it holds").arg(kind, scope, limit);
}

}  // namespace

ProfileSide::ProfileSide(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(px(Space::medium));
}

Card* ProfileSide::addCard(const QString& heading, const QString& name) {
  auto* card = new Card(heading, this);
  card->setObjectName(name);
  card->body()->setSpacing(px(Space::hair));
  m_column->addWidget(card);
  card->show();
  return card;
}

void ProfileSide::setProfile(const desk::Profile& profile, base::Instant now, const base::TimeZone& zone, int firstIndex) {
  m_fields.clear();
  while (QLayoutItem* item = m_column->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  showCases(profile, now);
  if (!profile.relatives.empty()) showRelatives(profile);
  if (!profile.addresses.empty()) showAddresses(profile, firstIndex);
  if (!profile.ratings.empty()) showRatings(profile);
  if (!profile.corrections.empty()) showCorrections(profile, zone);
  m_column->addStretch();
}

void ProfileSide::showCases(const desk::Profile& profile, base::Instant now) {
  Card* card = addCard(tr("Open cases"), QStringLiteral("profileOpenCases"));
  if (profile.openCases.empty()) return card->body()->addWidget(makeQuiet(tr("Nothing is open."), card));
  int index = 0;
  for (const desk::InboxRow& one : profile.openCases) {
    auto* row = new LinkRow(fromCore(one.title),
                            tr("%1 · %2", "number and state of a case").arg(fromCore(one.number), words::of(one.state)), card);
    row->setObjectName(QStringLiteral("profileCase_%1").arg(index++));
    row->setLight(one.light, one.dueAt ? words::remaining(*one.dueAt, now) : QString());
    connect(row, &LinkRow::clicked, this, [this, id = one.id] { emit caseAsked(id); });
    card->body()->addWidget(row);
  }
  const auto more = profile.openCaseCount - static_cast<std::int64_t>(profile.openCases.size());
  if (more > 0) card->body()->addWidget(makeQuiet(tr("and %n more", "open cases", static_cast<int>(more)), card));
}

void ProfileSide::showRelatives(const desk::Profile& profile) {
  Card* card = addCard(tr("Household, firms, agents"), QStringLiteral("profileRelatives"));
  int index = 0;
  for (const desk::Relative& one : profile.relatives) {
    auto* row = new LinkRow(fromCore(one.label), relationDetail(one), card);
    row->setObjectName(QStringLiteral("profileRelative_%1").arg(index++));
    if (one.isExpired) row->setLight(domain::Light::red, tr("expired", "a power or guardianship"));
    connect(row, &LinkRow::clicked, this, [this, id = one.id] { emit partyAsked(id); });
    card->body()->addWidget(row);
  }
}

void ProfileSide::showAddresses(const desk::Profile& profile, int firstIndex) {
  Card* card = addCard(tr("Addresses"), QStringLiteral("profileAddresses"));
  for (const desk::MaskedField& one : profile.addresses) {
    auto* field = new RevealField(one, captionOf(one), firstIndex++, card);
    field->setWrapping();
    connect(field, &RevealField::revealAsked, this, [this, field] { emit revealAsked(field); });
    m_fields.append(field);
    card->body()->addWidget(field);
  }
}

void ProfileSide::showCorrections(const desk::Profile& profile, const base::TimeZone& zone) {
  Card* card = addCard(tr("Corrections"), QStringLiteral("profileCorrections"));
  const auto add = [card](const QString& text, const QString& name) {
    auto* label = new QLabel(text, card);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    card->body()->addWidget(label);
    return label;
  };
  int index = 0;
  for (const desk::PastCorrection& one : profile.corrections) {
    add(correctionLine(one.what), QStringLiteral("profileCorrection_%1").arg(index++));
    const QString who = tr("%1 · %2", "when and who").arg(words::dateTime(one.at, zone), fromCore(one.by));
    auto* below = add(one.reason.empty() ? who : tr("%1 · %2", "when and who, and why").arg(who, fromCore(one.reason)), {});
    below->setFont(ui::font(TextRole::caption));
    below->setContentsMargins(0, 0, 0, px(Space::small));
    setLook(below, Look::quiet);
  }
}

void ProfileSide::showRatings(const desk::Profile& profile) {
  Card* card = addCard(tr("Satisfaction given"), QStringLiteral("profileSatisfaction"));
  auto* faces = new RatingFaces(card);
  faces->setLevels(profile.ratings);
  card->body()->addWidget(faces);
  card->body()->addWidget(makeQuiet(tr("Newest: %1").arg(words::ofRatingLevel(profile.ratings.front())), card));
}

}  // namespace ow::ui
