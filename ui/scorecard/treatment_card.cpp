// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/treatment_card.h"

#include <QButtonGroup>
#include <QHeaderView>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

#include "kit/flow_layout.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "scorecard/group_model.h"
#include "scorecard/plain_table.h"

namespace ow::ui {

namespace {

constexpr int kMostRowsInSight = 12;
constexpr int kRowHeight = 40;
constexpr int kNameShare = 2;  // of the width, in columns of figures

QString ofGroup(desk::ApplicantGroup group) {
  switch (group) {
    case desk::ApplicantGroup::kind:
      return TreatmentCard::tr("By kind of applicant");
    case desk::ApplicantGroup::age:
      return TreatmentCard::tr("By age");
    case desk::ApplicantGroup::sex:
      return TreatmentCard::tr("By sex");
    case desk::ApplicantGroup::language:
      return TreatmentCard::tr("By language");
    case desk::ApplicantGroup::grid:
      return TreatmentCard::tr("By grid");
  }
  return {};
}

// The number, and under it the interval on the scale of its column, with all together as a dashed line through every row.
class GroupDelegate : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const auto* model = static_cast<const GroupModel*>(index.model());
    const Theme& theme = Theme::current();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    const QRect inside = paintRow(*painter, option, index);
    painter->setFont(option.font);
    const auto* figure = model->figure(index);
    const int lineHeight = option.fontMetrics.height();
    const QRect upper(inside.left(), inside.top() + scaled(3), inside.width(), lineHeight);
    const bool isWhole = figure == nullptr || !figure->value || !figure->interval;
    const QString text = model->isApart(index) ? QStringLiteral("◆ ") + index.data().toString() : index.data().toString();
    painter->drawText(isWhole ? inside : upper, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, inside.width()));
    if (!isWhole) {
      const QRectF band(inside.left(), upper.bottom(), inside.width() * 0.9, inside.bottom() - upper.bottom() - scaled(3));
      paintBand(*painter, band, *model, index, isSelected ? theme.selectionText : theme.accent,
                isSelected ? theme.selectionText : theme.textQuiet);
    }
    painter->restore();
  }

 private:
  static void paintBand(QPainter& painter, const QRectF& box, const GroupModel& model, const QModelIndex& index,
                        const QColor& ink, const QColor& quiet) {
    const insight::Interval reach = model.reach(index.column());
    const double span = reach.high - reach.low;
    const auto across = [&](double value) { return box.left() + box.width() * (span <= 0 ? 0.5 : (value - reach.low) / span); };
    const insight::Figure& figure = *model.figure(index);
    painter.setRenderHint(QPainter::Antialiasing);
    if (const auto* whole = model.whole(index.column()); whole->value) {
      painter.setPen(QPen(quiet, 1, Qt::DashLine));
      painter.drawLine(QPointF(across(*whole->value), box.top()), QPointF(across(*whole->value), box.bottom()));
    }
    const double middle = box.center().y();
    painter.setPen(QPen(ink, 1.5));
    painter.drawLine(QPointF(across(figure.interval->low), middle), QPointF(across(figure.interval->high), middle));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    const double radius = std::min(3.0 * scaled(1), box.height() / 3);
    painter.drawEllipse(QPointF(across(*figure.value), middle), radius, radius);
  }
};

// Names get twice the room of a figure.
class GroupTableView : public PlainTable {
 public:
  GroupTableView(GroupModel& model, QWidget* parent) : PlainTable(model, parent) {
    setItemDelegate(new GroupDelegate(this));
    verticalHeader()->setDefaultSectionSize(scaled(kRowHeight));
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignBottom);
  }

 protected:
  void share() override {
    const int columns = model()->columnCount();
    if (columns < 2) return;
    const int one = viewport()->width() / (columns - 1 + kNameShare);
    for (int column = 1; column < columns; ++column) setColumnWidth(column, one);
    setColumnWidth(0, viewport()->width() - one * (columns - 1));
  }
};

}  // namespace

TreatmentCard::TreatmentCard(QWidget* parent)
    : Card(tr("Equal treatment"), parent),
      m_model(new GroupModel(this)),
      m_words(new QLabel(this)),
      m_ask(new QPushButton(tr("Compare the &groups"), this)),
      m_choice(new QWidget(this)),
      m_groups(new QButtonGroup(this)),
      m_table(new GroupTableView(*m_model, this)) {
  m_words->setObjectName(QStringLiteral("treatmentWords"));
  m_words->setWordWrap(true);
  setLook(m_words, Look::quiet);
  m_ask->setObjectName(QStringLiteral("compareGroups"));
  m_ask->setAccessibleName(tr("Compare the groups"));
  m_ask->setToolTip(tr("Q"));
  addBesideHeading(m_ask);
  auto* row = new FlowLayout(px(Space::hair), px(Space::hair), m_choice);
  row->setContentsMargins(0, 0, 0, 0);
  for (std::size_t i = 0; i < base::kCodes<desk::ApplicantGroup>.size(); ++i) {
    const auto group = desk::ApplicantGroup(i);
    auto* button = new QPushButton(ofGroup(group), m_choice);
    button->setObjectName(QStringLiteral("group_") + QString::fromLatin1(base::code(group).data()));
    button->setAccessibleName(ofGroup(group));
    button->setCheckable(true);
    button->setChecked(group == m_model->group());
    setLook(button, Look::quiet);
    m_groups->addButton(button, static_cast<int>(i));
    row->addWidget(button);
  }
  m_table->setObjectName(QStringLiteral("treatmentTable"));
  m_table->setAccessibleName(tr("Equal treatment"));
  body()->addWidget(m_words);
  body()->addWidget(m_choice);
  body()->addWidget(m_table);
  connect(m_ask, &QPushButton::clicked, this, &TreatmentCard::wanted);
  connect(m_groups, &QButtonGroup::idClicked, this, [this](int id) { choose(static_cast<desk::ApplicantGroup>(id)); });
  forget();
}

void TreatmentCard::forget() {
  m_isShown = false;
  m_words->setText(tr("How long citizens wait, how often they are refused and how they rate, by group and by grid."));
  m_ask->setVisible(true);
  m_choice->setVisible(false);
  m_table->setVisible(false);
}

void TreatmentCard::showTreatment(desk::EqualTreatment treatment) {
  m_isShown = true;
  m_model->show(std::move(treatment));
  m_words->setText(
      tr("Lines: 95 % intervals; dashed: all together; ◆: apart from all others by more than chance. A difference is a "
         "question, not a verdict: groups apply for different things. Fewer than five are not shown."));
  m_ask->setVisible(false);
  m_choice->setVisible(true);
  m_table->setVisible(true);
  fit();
}

void TreatmentCard::choose(desk::ApplicantGroup group) {
  m_model->choose(group);
  fit();
}

void TreatmentCard::fit() {
  const int row = m_table->verticalHeader()->defaultSectionSize();
  m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                          std::min(m_model->rowCount(), kMostRowsInSight) * row + 4);
  if (m_model->rowCount() > 0) m_table->setCurrentIndex(m_model->index(0, 0));
}

}  // namespace ow::ui
