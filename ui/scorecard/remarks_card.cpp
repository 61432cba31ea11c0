// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/remarks_card.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

#include "cases/durable_text.h"
#include "kit/bridge.h"
#include "kit/page.h"
#include "kit/style_sheet.h"
#include "kit/theme.h"
#include "kit/words.h"
#include "scorecard/figure_words.h"

namespace ow::ui {

namespace {

constexpr std::size_t kMostChangesTold = 6;
constexpr double kSame = 1e-9;

bool isSame(const std::optional<double>& a, const std::optional<double>& b) {
  return a.has_value() == b.has_value() && (!a || std::abs(*a - *b) <= kSame * std::max(1.0, std::abs(*a)));
}

}  // namespace

RemarksCard::RemarksCard(Bridge& bridge, Navigator& navigator, QWidget* parent)
    : Card(tr("Comments and signature"), parent),
      m_bridge(bridge),
      m_navigator(navigator),
      m_signed(addLine("signedWords")),
      m_changes(addLine("changesSinceSigning")),
      m_comments(addLine("comments")),
      m_text(new DurableText(bridge, QStringLiteral("scorecard_comment"), this)),
      m_message(addLine("remarksMessage")),
      m_say(new QPushButton(tr("Add the &comment"), this)),
      m_sign(new QPushButton(tr("Si&gn the figures"), this)) {
  m_text->setObjectName(QStringLiteral("commentText"));
  m_text->setAccessibleName(tr("Comment, or why it is signed once more"));
  m_text->setPlaceholderText(tr("Comment, or why it is signed once more"));
  m_text->setFixedHeight(QFontMetrics(ui::font(TextRole::body)).lineSpacing() * 3 + scaled(18));
  m_say->setObjectName(QStringLiteral("addComment"));
  m_say->setAccessibleName(tr("Add the comment"));
  m_say->setToolTip(tr("Ctrl+Return"));
  m_sign->setObjectName(QStringLiteral("signScorecard"));
  m_sign->setAccessibleName(tr("Sign the figures"));
  body()->addWidget(m_text);
  auto* row = new QHBoxLayout;
  row->addWidget(m_message, 1);
  row->addStretch();
  row->addWidget(m_say);
  row->addWidget(m_sign);
  body()->addLayout(row);
  body()->addStretch(1);
  connect(m_say, &QPushButton::clicked, this, &RemarksCard::say);
  connect(m_text, &DurableText::submitted, this, &RemarksCard::say);
  connect(m_text, &DurableText::textChanged, this, &RemarksCard::showState);
  connect(m_sign, &QPushButton::clicked, this, &RemarksCard::sign);
  connect(&bridge, &Bridge::changed, this, [this](const desk::Changed& what) {
    if (what.scorecards && isVisible()) load();
  });
}

QLabel* RemarksCard::addLine(const char* name) {
  auto* label = new QLabel(this);
  label->setObjectName(QLatin1String(name));
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  label->setVisible(false);
  if (QLatin1String(name) != QLatin1String("comments")) setLook(label, Look::quiet);
  if (QLatin1String(name) != QLatin1String("remarksMessage")) body()->addWidget(label);
  return label;
}

void RemarksCard::setSubject(const insight::Period& period, const std::optional<std::string>& indicator) {
  const bool isOther = period.text != m_period.text || indicator != m_indicator;
  m_period = period;
  m_indicator = indicator;
  setHeading(indicator ? tr("Comments") : tr("Comments and signature"));
  m_sign->setVisible(!indicator);
  const QString asked = indicator ? tr("Comment") : tr("Comment, or why it is signed once more");
  m_text->setPlaceholderText(asked);
  m_text->setAccessibleName(asked);
  if (isOther) {
    m_now.reset();
    m_text->setSubject(QString::fromStdString(period.text + (indicator ? " " + *indicator : std::string())));
    showComments({});
    showSignatures({});
  }
  load();
}

void RemarksCard::load() {
  if (m_period.text.empty()) return;
  m_bridge.run(
      Lane::read, this,
      [period = m_period.text, indicator = m_indicator](desk::Desk& desk) { return desk::commentsOn(desk, period, indicator); },
      [this, period = m_period.text](const base::Result<std::vector<desk::CommentShown>>& comments) {
        if (comments && period == m_period.text) showComments(comments.value());
      });
  if (m_indicator) return;
  m_bridge.run(
      Lane::read, this, [period = m_period.text](desk::Desk& desk) { return desk::signedScorecards(desk, period); },
      [this, period = m_period.text](base::Result<std::vector<desk::SignedScorecard>> signatures) {
        if (signatures && period == m_period.text) showSignatures(std::move(signatures).value());
      });
}

void RemarksCard::showComments(const std::vector<desk::CommentShown>& comments) {
  QStringList lines;
  for (const desk::CommentShown& one : comments)
    lines.append(tr("%1, %2: %3", "when, who, what was said")
                     .arg(words::dateTime(one.writtenAt, m_bridge.desk().zone()), QString::fromStdString(one.author),
                          QString::fromStdString(one.text)));
  m_comments->setText(lines.join(QLatin1Char('\n')));
  m_comments->setVisible(!lines.isEmpty());
}

void RemarksCard::showSignatures(std::vector<desk::SignedScorecard> signatures) {
  m_signatures = std::move(signatures);
  QStringList lines;
  const base::TimeZone& zone = m_bridge.desk().zone();
  for (const desk::SignedScorecard& one : m_signatures) {
    QString line =
        tr("Signed by %1 on %2, figures as of %3.", "who, when, data cut-off")
            .arg(QString::fromStdString(one.signedBy), words::dateTime(one.signedAt, zone), words::dateTime(one.asOf, zone));
    if (!one.note.empty()) line += QLatin1Char(' ') + QString::fromStdString(one.note);
    lines.append(line);
  }
  m_signed->setText(lines.join(QLatin1Char('\n')));
  m_signed->setVisible(!lines.isEmpty());
  showChanges();
  showState();
}

void RemarksCard::showCard(const desk::Scorecard& card) {
  if (card.period.text != m_period.text) return;
  m_now = card;
  showChanges();
}

// What stands in the first signature counts; a definition that has changed meanwhile is another figure.
void RemarksCard::showChanges() {
  QStringList changes;
  if (m_now && !m_signatures.empty()) {
    for (const insight::FrozenFigure& then : m_signatures.front().frozen.figures)
      for (const desk::ScorecardLine& now : m_now->lines) {
        if (now.indicator.id != then.indicator || now.indicator.version != then.version) continue;
        if (isSame(then.value, now.figure.value)) continue;
        changes.append(tr("%1: signed %2, now %3", "a figure, two values")
                           .arg(words::nameOf(now.indicator),
                                then.value ? words::number(now.indicator, *then.value) : QStringLiteral("–"),
                                words::valueOf(now.indicator, now.figure)));
      }
    if (changes.isEmpty()) changes.append(tr("Nothing has changed since."));
    if (changes.size() > qsizetype(kMostChangesTold)) {
      const int more = int(changes.size() - qsizetype(kMostChangesTold));
      changes = changes.mid(0, qsizetype(kMostChangesTold));
      changes.append(tr("and %n more", nullptr, more));
    }
  }
  m_changes->setText(changes.join(QLatin1Char('\n')));
  m_changes->setVisible(!changes.isEmpty());
}

bool RemarksCard::isSignable() const {
  const base::Date today = m_bridge.desk().zone().dateOf(m_bridge.desk().clock().now());
  return !m_indicator && m_period.days.to < today && (m_signatures.empty() || m_text->hasText());
}

void RemarksCard::showState() {
  m_say->setEnabled(!m_isBusy && m_text->hasText());
  m_sign->setEnabled(!m_isBusy && isSignable());
  QString why;
  const base::Date today = m_bridge.desk().zone().dateOf(m_bridge.desk().clock().now());
  if (!m_indicator && m_period.days.to >= today)
    why = tr("It can be signed when the period is over.");
  else if (!m_indicator && !m_signatures.empty() && !m_text->hasText())
    why = tr("To sign once more, write down why.");
  m_sign->setToolTip(why);
  m_sign->setAccessibleDescription(why);
  m_message->setText(why);
  m_message->setVisible(!why.isEmpty());
}

void RemarksCard::say() {
  if (m_isBusy || !m_text->hasText()) return;
  m_isBusy = true;
  showState();
  m_bridge.run(
      Lane::write, this,
      [period = m_period.text, indicator = m_indicator, text = m_text->text()](desk::Desk& desk) {
        return desk::comment(desk, period, indicator, text);
      },
      [this](const base::Result<domain::ScorecardCommentId>& made) {
        m_isBusy = false;
        if (made)
          m_text->settle();
        else
          m_navigator.notify(words::sentence(made.error()), Navigator::Tone::failed);
        showState();
        if (made) emit spoken();
      });
}

void RemarksCard::sign() {
  if (m_isBusy || !isSignable()) return;
  m_isBusy = true;
  showState();
  m_bridge.run(
      Lane::count, this,
      [period = m_period, note = m_text->text()](desk::Desk& desk) { return desk::signScorecard(desk, period, note); },
      [this](const base::Result<domain::ScorecardSignOffId>& made) {
        m_isBusy = false;
        if (made) {
          m_text->settle();
          m_navigator.notify(tr("Signed: the figures stand."), Navigator::Tone::done);
        } else {
          m_navigator.notify(words::sentence(made.error()), Navigator::Tone::failed);
        }
        showState();
      });
}

}  // namespace ow::ui
