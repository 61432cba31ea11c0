// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/group_model.h"

#include <algorithm>

#include "kit/words.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

QString ofAge(const std::string& band) {
  const QString text = QString::fromStdString(band);
  const qsizetype dash = text.indexOf(QLatin1Char('-'));
  if (dash == text.size() - 1) return GroupModel::tr("%1 and older").arg(text.left(dash));
  return GroupModel::tr("%1 to %2", "years of age").arg(text.left(dash), text.mid(dash + 1));
}

QString ofMember(desk::ApplicantGroup group, const std::string& member) {
  if (member.empty()) return GroupModel::tr("(not known)");
  switch (group) {
    case desk::ApplicantGroup::kind:
      if (const auto kind = base::fromCode<domain::PartyKind>(member)) return words::of(*kind);
      break;
    case desk::ApplicantGroup::age:
      return ofAge(member);
    case desk::ApplicantGroup::sex:
      if (const auto sex = base::fromCode<domain::Sex>(member)) return words::of(*sex);
      break;
    case desk::ApplicantGroup::language:
    case desk::ApplicantGroup::grid:
      break;
  }
  return QString::fromStdString(member);
}

}  // namespace

void GroupModel::show(desk::EqualTreatment treatment) {
  beginResetModel();
  m_treatment = std::move(treatment);
  endResetModel();
}

void GroupModel::choose(desk::ApplicantGroup group) {
  beginResetModel();
  m_group = group;
  endResetModel();
}

const desk::GroupTable* GroupModel::table() const {
  for (const desk::GroupTable& one : m_treatment.groups)
    if (one.group == m_group) return &one;
  return nullptr;
}

int GroupModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() || table() == nullptr ? 0 : static_cast<int>(table()->lines.size()) + 1;
}

int GroupModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_treatment.whole.size()) + 1;
}

const desk::GroupCell* GroupModel::cell(const QModelIndex& index) const {
  if (index.row() < 1 || index.column() < 1 || table() == nullptr) return nullptr;
  return &table()->lines[static_cast<std::size_t>(index.row() - 1)].cells[static_cast<std::size_t>(index.column() - 1)];
}

const insight::Figure* GroupModel::figure(const QModelIndex& index) const {
  if (index.column() >= 1 && index.row() == 0) return whole(index.column());
  const auto* found = cell(index);
  return found == nullptr ? nullptr : &found->figure;
}

const insight::Figure* GroupModel::whole(int column) const {
  return column < 1 ? nullptr : &m_treatment.whole[static_cast<std::size_t>(column - 1)].figure;
}

const insight::Indicator* GroupModel::indicator(int column) const {
  return column < 1 ? nullptr : &m_treatment.whole[static_cast<std::size_t>(column - 1)].indicator;
}

bool GroupModel::isApart(const QModelIndex& index) const {
  const auto* found = cell(index);
  return found != nullptr && found->isApart;
}

insight::Interval GroupModel::reach(int column) const {
  std::optional<insight::Interval> reach;
  const auto hold = [&reach](double low, double high) {
    reach = reach ? insight::Interval{std::min(reach->low, low), std::max(reach->high, high)} : insight::Interval{low, high};
  };
  for (int row = 0; row < rowCount(); ++row) {
    const auto* one = figure(index(row, column));
    if (one == nullptr || !one->value) continue;
    hold(*one->value, *one->value);
    if (one->interval) hold(one->interval->low, one->interval->high);
  }
  return reach.value_or(insight::Interval{});
}

QVariant GroupModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid()) return {};
  if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
  if (index.column() == 0)
    return index.row() == 0 ? tr("All together")
                            : ofMember(m_group, table()->lines[static_cast<std::size_t>(index.row() - 1)].member);
  const insight::Figure& shown = *figure(index);
  const insight::Indicator& of = *indicator(index.column());
  if (role == Qt::DisplayRole)
    return shown.sample == insight::SampleSize::suppressed ? QStringLiteral("–") : words::valueOf(of, shown);
  QStringList said{words::valueOf(of, shown)};
  if (shown.interval && shown.value) said.append(words::interval(of, *shown.interval));
  for (const QString& part : {words::ofCount(of, shown), words::ofSample(of, shown)})
    if (!part.isEmpty()) said.append(part);
  if (isApart(index)) said.append(tr("apart from the others by more than chance"));
  return said.join(QStringLiteral(" · "));
}

QVariant GroupModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
  return section == 0 ? tr("Applicants") : words::nameOf(*indicator(section));
}

}  // namespace ow::ui
