// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/visit.h"

#include <QJsonDocument>

namespace ow::ui {

namespace {
constexpr auto kKind = "kind";
constexpr auto kTitle = "title";
constexpr auto kState = "state";
constexpr auto kPlace = "place";
constexpr auto kParked = "parked";
constexpr auto kFront = "front";
}  // namespace

std::optional<VisitRecord> readVisit(const desk::Draft& draft) {
  if (draft.form != kVisitForm) return std::nullopt;
  const QJsonObject body = QJsonDocument::fromJson(QByteArray::fromStdString(draft.body)).object();
  VisitRecord record;
  record.draft = draft.id;
  record.kind = body.value(QLatin1String(kKind)).toString();
  record.title = body.value(QLatin1String(kTitle)).toString();
  record.state = body.value(QLatin1String(kState)).toObject();
  record.place = body.value(QLatin1String(kPlace)).toInt();
  record.isParked = body.value(QLatin1String(kParked)).toBool();
  record.isInFront = body.value(QLatin1String(kFront)).toBool();
  if (record.kind.isEmpty()) return std::nullopt;
  return record;
}

QJsonObject bodyOf(const VisitRecord& record) {
  return {{QLatin1String(kKind), record.kind},       {QLatin1String(kTitle), record.title},
          {QLatin1String(kState), record.state},     {QLatin1String(kPlace), record.place},
          {QLatin1String(kParked), record.isParked}, {QLatin1String(kFront), record.isInFront}};
}

Visit::Visit(Bridge& bridge, Page* page, std::function<Standing()> standing, QObject* parent)
    : QObject(parent),
      m_page(page),
      m_standing(std::move(standing)),
      m_keeper(new DraftKeeper(bridge, QLatin1String(kVisitForm), page->kind(), [this] { return bodyOf(record()); }, this)) {}

VisitRecord Visit::record() const {
  const Standing standing = m_standing();
  return {m_keeper->id(), m_page->kind(), m_page->title(), m_page->state(), standing.place, m_isParked, standing.isInFront};
}

void Visit::setParked(bool isParked) {
  m_isParked = isParked;
  notice();
}

void Visit::notice() {
  QJsonObject now = bodyOf(record());
  if (now == m_kept) return;
  m_kept = std::move(now);
  m_keeper->touched();
}

void Visit::flush() {
  flushPage();
  notice();
  m_keeper->flush();
}

void Visit::flushPage() {
  for (DraftKeeper* keeper : m_page->findChildren<DraftKeeper*>()) keeper->flush();
}

void Visit::forget() {
  flushPage();
  m_keeper->discard();
}

}  // namespace ow::ui
