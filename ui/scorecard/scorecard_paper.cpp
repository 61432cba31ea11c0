// SPDX-License-Identifier: GPL-3.0-or-later
#include "scorecard/scorecard_paper.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGraphicsScene>
#include <QtCharts/QChart>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

#include "kit/sign.h"
#include "kit/words.h"
#include "scorecard/chart_look.h"
#include "scorecard/figure_words.h"
#include "scorecard/paper.h"
#include "scorecard/spark_line.h"
#include "scorecard/split_table.h"

namespace ow::ui {

namespace {

struct PaperWords {
  Q_DECLARE_TR_FUNCTIONS(PaperWords)
};

using insight::Perspective;
constexpr double kRow = 6.6;         // mm, of the tables
constexpr int kMostMembers = 10;     // of one figure on paper
constexpr double kChartHeight = 44;  // with its heading

// Writes the parts of the report one after the other.
class ScorecardReport {
 public:
  ScorecardReport(Paper& paper, const desk::ScorecardFigures& figures, const base::TimeZone& zone, const QString& program)
      : m_paper(paper), m_figures(figures), m_zone(zone), m_program(program), m_theme(paper.theme()) {}

  // In the order of the pages; each takes some milliseconds.
  std::vector<std::function<void()>> pieces() {
    std::vector<std::function<void()>> all;
    all.push_back([this] { title(), scores(); });
    for (const Perspective perspective : words::kGroupOrder) all.push_back([this, perspective] { figuresOf(perspective); });
    addTrends(all);
    addMembers(all);
    if (m_figures.ageing) all.push_back([this] { ageing(*m_figures.ageing); });
    if (m_figures.reach) all.push_back([this] { halls(); });
    all.push_back([this] { definitions(); });
    all.push_back([this] { about(); });
    return all;
  }

 private:
  const desk::Scorecard& card() const { return m_figures.card; }

  void heading(const QString& text, double keepTogether) {
    m_paper.need(12 + keepTogether);
    if (m_paper.y() > 0) m_paper.space(5);
    const QFont font = m_paper.font(12, QFont::DemiBold);
    m_paper.line(text, font, m_theme.text, 0, Paper::kWidth, 0);
    m_paper.space(m_paper.lineHeight(font) + 1);
    m_paper.rule(0, Paper::kWidth, 0, m_theme.accent, 0.5);
    m_paper.space(2);
  }

  void title() {
    const QFont big = m_paper.font(22);
    m_paper.space(4);
    m_paper.line(PaperWords::tr("Scorecard, %1", "of a period").arg(words::ofPeriod(card().period)), big, m_theme.text, 0,
                 Paper::kWidth, 0);
    m_paper.space(m_paper.lineHeight(big));
    const QFont hall = m_paper.font(12);
    m_paper.line(QString::fromStdString(card().hall), hall, m_theme.text, 0, Paper::kWidth, 0);
    m_paper.space(m_paper.lineHeight(hall) + 6);
  }

  // Each group's score as a bar from 0 to 100.
  void scores() {
    const double gap = 4, width = (Paper::kWidth - 3 * gap) / 4, height = 25;
    for (std::size_t i = 0; i < words::kGroupOrder.size(); ++i) {
      const double from = double(i) * (width + gap);
      m_paper.fill(from, width, 0, height, m_theme.raised);
      m_paper.line(words::of(words::kGroupOrder[i]), m_paper.font(9), m_theme.textQuiet, from + 3, width - 6, 2.5);
      const auto& score = card().perspectives[std::size_t(words::kGroupOrder[i])].score;
      m_paper.line(score ? QString::number(std::lround(score->score)) : QStringLiteral("–"), m_paper.font(20, QFont::Light),
                   m_theme.text, from + 3, width - 6, 6.5);
      m_paper.fill(from + 3, width - 6, 16.5, 1.6, m_theme.line);
      if (score) m_paper.fill(from + 3, (width - 6) * std::clamp(score->score, 0.0, 100.0) / 100, 16.5, 1.6, m_theme.accent);
      const QString said = !score ? PaperWords::tr("nothing known")
                           : score->coverage < 0.995
                               ? PaperWords::tr("points, from %1 % of the weight").arg(std::lround(score->coverage * 100))
                               : PaperWords::tr("of 100 points");
      m_paper.line(said, m_paper.font(7.5), m_theme.textQuiet, from + 3, width - 6, 19.6);
    }
    m_paper.space(height + 2);
  }

  const desk::Trend* trendOf(const std::string& indicator) const {
    for (const desk::Trend& trend : m_figures.trends)
      if (trend.indicator.id == indicator) return &trend;
    return nullptr;
  }

  void figuresOf(Perspective perspective) {
    std::vector<const desk::ScorecardLine*> lines;
    for (const desk::ScorecardLine& line : card().lines)
      if (line.indicator.perspective == perspective) lines.push_back(&line);
    if (lines.empty()) return;
    heading(words::of(perspective), 3 * kRow);
    columnHeads();
    for (const desk::ScorecardLine* line : lines) {
      if (m_paper.y() + kRow > Paper::kHeight) {
        m_paper.newPage();
        columnHeads();
      }
      figure(*line);
    }
  }

  void columnHeads() {
    const QFont font = m_paper.font(7.5);
    const auto head = [&](const QString& text, double from, double width, Qt::Alignment alignment = Qt::AlignLeft) {
      m_paper.line(text, font, m_theme.textQuiet, from, width, 0, alignment);
    };
    head(PaperWords::tr("Indicator"), 0, 48);
    head(PaperWords::tr("24 months"), 49, 20);
    head(PaperWords::tr("Value"), 68, 17, Qt::AlignRight);
    head(PaperWords::tr("Target"), 86, 14, Qt::AlignRight);
    head(PaperWords::tr("Standing"), 102, 30);
    head(PaperWords::tr("Counted from, 95 % interval"), 134, 40);
    m_paper.space(m_paper.lineHeight(font) + 1);
  }

  void figure(const desk::ScorecardLine& line) {
    const QFont body = m_paper.font(9), strong = m_paper.font(9.5, QFont::DemiBold), small = m_paper.font(7.5);
    const double middle = (kRow - m_paper.lineHeight(body)) / 2;
    m_paper.line(words::nameOf(line.indicator), body, m_theme.text, 0, 48, middle);
    if (const desk::Trend* trend = trendOf(line.indicator.id))
      m_paper.asOnScreen(50, 18, 1.4, kRow - 2.8, [&](QPainter& painter, const QRectF& box) {
        painter.setRenderHint(QPainter::Antialiasing);
        paintSparkLine(painter, box, valuesOf(*trend), m_theme);
      });
    m_paper.line(words::valueOf(line.indicator, line.figure), strong, m_theme.text, 68, 17, middle, Qt::AlignRight);
    if (line.indicator.yardstick)
      m_paper.line(words::targetOf(line.indicator, *line.indicator.yardstick), small, m_theme.textQuiet, 86, 14, middle,
                   Qt::AlignRight);
    const domain::Light light = words::lightOf(line.indicator, line.figure);
    if (light != domain::Light::none) {
      m_paper.asOnScreen(101, 5, 0, kRow, [&](QPainter& painter, const QRectF& box) {
        paintSignShape(painter, box.toRect(), light, m_theme.sign(light));
      });
      m_paper.line(words::ofStanding(light), small, m_theme.text, 106, 27, middle);
    }
    QStringList counted;
    for (const QString& part : {words::ofSample(line.indicator, line.figure), words::ofCount(line.indicator, line.figure)})
      if (!part.isEmpty()) counted.append(part);
    if (line.figure.interval && line.figure.value) counted.append(words::interval(line.indicator, *line.figure.interval));
    m_paper.line(counted.join(QStringLiteral(" · ")), small, m_theme.textQuiet, 134, 40, middle);
    m_paper.rule(0, Paper::kWidth, kRow, m_theme.line, 0.1);
    m_paper.space(kRow);
  }

  using Pieces = std::vector<std::function<void()>>;

  void addTrends(Pieces& pieces) {
    std::vector<const desk::Trend*> shown;
    for (const desk::Trend& trend : m_figures.trends) {
      const auto values = valuesOf(trend);
      const auto known = std::count_if(values.begin(), values.end(), [](const auto& value) { return value.has_value(); });
      const bool isCounted = trend.indicator.weight > 0 || trend.indicator.kind == insight::FigureKind::count;
      if (isCounted && known >= 2) shown.push_back(&trend);
    }
    for (std::size_t i = 0; i < shown.size(); ++i) pieces.push_back([this, shown, i] { trendInColumn(shown, i); });
    if (shown.empty()) return;
    pieces.push_back([this] {
      m_paper.space(m_paper.text(
          PaperWords::tr("Band: control limits, set by earlier months and then frozen. Dashed: their centre. "
                         "Dotted: the target. A diamond is a change that is not chance; everything else is noise."),
          m_paper.font(7.5), m_theme.textQuiet, 0, Paper::kWidth, 0));
    });
  }

  // Two beside each other.
  void trendInColumn(const std::vector<const desk::Trend*>& shown, std::size_t i) {
    const double gap = 6, width = (Paper::kWidth - gap) / 2;
    if (i == 0) heading(PaperWords::tr("Months"), kChartHeight);
    if (i % 2 == 0) m_paper.need(kChartHeight);
    trend(*shown[i], i % 2 == 0 ? 0 : width + gap, width);
    if (i % 2 == 1 || i + 1 == shown.size()) m_paper.space(kChartHeight);
  }

  void trend(const desk::Trend& trend, double from, double width) {
    const QFont name = m_paper.font(9, QFont::DemiBold), small = m_paper.font(7.5);
    m_paper.line(words::nameOf(trend.indicator), name, m_theme.text, from, width * 0.62, 0);
    const auto& last = trend.points.back();
    const QString said = last.runSignals.empty() ? QString() : words::of(last.runSignals.front());
    m_paper.line(said, small, m_theme.text, from + width * 0.62, width * 0.38, 0.3, Qt::AlignRight);
    m_paper.asOnScreen(from, width, 5, kChartHeight - 8, [&](QPainter& painter, const QRectF& box) {
      QGraphicsScene scene;
      QChart* chart = trendChart(trend, ChartLook::ofPaper());
      scene.addItem(chart);
      chart->resize(box.size());
      scene.setSceneRect(QRectF(QPointF(0, 0), box.size()));
      painter.setRenderHint(QPainter::Antialiasing);
      scene.render(&painter, box, scene.sceneRect());
    });
  }

  // The weighed shares by department; where a hall has one department alone, by service.
  void addMembers(Pieces& pieces) {
    const auto named = [](const desk::SplitFigure& split) {
      return std::count_if(split.lines.begin(), split.lines.end(), [](const auto& line) { return !line.name.empty(); });
    };
    for (const auto& [by, splits] : m_figures.splits) {
      using insight::Split;
      if (by != Split::department && by != Split::service && by != Split::hall) continue;
      const bool isAny = std::any_of(splits.begin(), splits.end(),
                                     [&](const auto& split) { return split.whole.indicator.weight > 0 && named(split) >= 2; });
      if (!isAny) continue;
      pieces.push_back([this, by = by] { heading(words::of(by), 5 * kRow); });
      for (const desk::SplitFigure& split : splits)
        if (split.whole.indicator.weight > 0 && !split.lines.empty())
          pieces.push_back([this, &split, by = by] { membersOf(split, by); });
      return;
    }
  }

  void membersOf(const desk::SplitFigure& split, insight::Split by) {
    const QFont name = m_paper.font(9, QFont::DemiBold), body = m_paper.font(8.5), small = m_paper.font(7.5);
    const int shown = std::min(kMostMembers, int(split.lines.size()));
    const double height = 6;
    m_paper.need(7 + std::min(4, shown) * height);
    m_paper.line(words::nameOf(split.whole.indicator), name, m_theme.text, 0, 120, 0);
    m_paper.line(PaperWords::tr("all together %1").arg(words::valueOf(split.whole.indicator, split.whole.figure)), small,
                 m_theme.textQuiet, 120, 54, 0.3, Qt::AlignRight);
    m_paper.space(5.5);
    SplitModel model(nullptr);
    model.show(split, by);
    const double middle = (height - m_paper.lineHeight(body)) / 2;
    for (int row = 0; row < shown; ++row) {
      m_paper.need(height);
      const desk::SplitLine& line = model.line(row);
      m_paper.line(line.rank ? QString::number(*line.rank) : QString(), body, m_theme.textQuiet, 0, 6, middle, Qt::AlignRight);
      m_paper.line(words::ofMember(by, line), body, m_theme.text, 8, 60, middle);
      m_paper.asOnScreen(70, 54, 0, height, [&](QPainter& painter, const QRectF& box) {
        paintInterval(painter, box, model, row, m_theme.accent, m_theme.textQuiet);
      });
      m_paper.line(words::valueOf(split.whole.indicator, line.figure), body, m_theme.text, 125, 17, middle, Qt::AlignRight);
      const QString note =
          line.isOutside ? PaperWords::tr("outside the funnel") : words::ofSample(split.whole.indicator, line.figure);
      m_paper.line(note.isEmpty() ? words::ofCount(split.whole.indicator, line.figure)
                                  : words::ofCount(split.whole.indicator, line.figure) + QStringLiteral(" · ") + note,
                   small, m_theme.textQuiet, 144, 30, middle);
      m_paper.space(height);
    }
    QStringList left;
    if (const int more = int(split.lines.size()) - shown; more > 0)
      left.append(PaperWords::tr("%n more in the workbook", nullptr, more));
    if (split.hidden > 0) left.append(PaperWords::tr("%n too small to be shown", nullptr, split.hidden));
    if (!left.isEmpty()) {
      m_paper.line(left.join(QStringLiteral(" · ")), small, m_theme.textQuiet, 8, 160, 0);
      m_paper.space(m_paper.lineHeight(small));
    }
    m_paper.space(3);
  }

  void ageing(const desk::Ageing& ageing) {
    const auto& lines = ageing.all;
    std::int64_t most = 0;
    for (const desk::AgeLine& line : lines) most = std::max(most, line.open);
    if (most == 0) return;
    heading(PaperWords::tr("Open cases by age"), double(lines.size()) * kRow);
    const QFont body = m_paper.font(9), small = m_paper.font(7.5);
    const double middle = (kRow - m_paper.lineHeight(body)) / 2;
    for (const desk::AgeLine& line : lines) {
      const QString name = line.until ? PaperWords::tr("%1–%2 working days").arg(line.from).arg(*line.until)
                                      : PaperWords::tr("%1 working days and more").arg(line.from);
      m_paper.line(name, body, m_theme.text, 0, 44, middle);
      m_paper.fill(46, 96 * double(line.open) / double(most), 1.5, kRow - 3, m_theme.line);
      m_paper.fill(46, 96 * double(line.overdue) / double(most), 1.5, kRow - 3, m_theme.red);
      m_paper.line(PaperWords::tr("%1 open, %2 overdue").arg(words::count(line.open), words::count(line.overdue)), small,
                   m_theme.textQuiet, 144, 30, middle);
      m_paper.space(kRow);
    }
    m_paper.space(1);
    m_paper.space(
        m_paper.text(PaperWords::tr("Beside what has ended, which alone would flatter. The dark part of a bar is overdue."),
                     small, m_theme.textQuiet, 0, Paper::kWidth, 0));
  }

  // Which halls are in it, and how fresh each is.
  void halls() {
    heading(PaperWords::tr("Halls in these figures"), double(std::min<std::size_t>(m_figures.halls.size(), 6)) * kRow);
    const QFont body = m_paper.font(9), small = m_paper.font(7.5);
    const double middle = (kRow - m_paper.lineHeight(body)) / 2;
    for (const desk::HallPart& hall : m_figures.halls) {
      m_paper.need(kRow);
      m_paper.line(QString::fromStdString(hall.hall), body, m_theme.text, 0, 70, middle);
      m_paper.line(PaperWords::tr("as of %1").arg(words::dateTime(hall.asOf, m_zone)), small, m_theme.textQuiet, 72, 44,
                   middle);
      m_paper.line(hall.isSigned ? PaperWords::tr("signed") : PaperWords::tr("not signed yet"), small, m_theme.textQuiet, 118,
                   22, middle);
      if (!hall.missing.empty())
        m_paper.line(PaperWords::tr("%n month(s) missing", nullptr, int(hall.missing.size())), small, m_theme.red, 142, 32,
                     middle);
      m_paper.space(kRow);
    }
    m_paper.space(2);
  }

  void definitions() {
    heading(PaperWords::tr("What the figures mean"), 20);
    const QFont name = m_paper.font(8, QFont::DemiBold), small = m_paper.font(7.5);
    for (const desk::ScorecardLine& line : card().lines) {
      const insight::Indicator& indicator = line.indicator;
      const QString formula = QString::fromStdString(insight::formulaOf(indicator));
      const QString note = words::noteOf(indicator);
      const double noteHeight = note.isEmpty() ? 0 : m_paper.text(note, small, m_theme.text, 0, 110, 0, Paper::Pass::measure);
      const double formulaHeight =
          m_paper.text(formula, small, m_theme.textQuiet, 0, 60, 0, Paper::Pass::measure) + m_paper.lineHeight(small);
      const double height = std::max(m_paper.lineHeight(name) + noteHeight, formulaHeight) + 1.6;
      m_paper.need(height);
      m_paper.line(words::nameOf(indicator), name, m_theme.text, 0, 110, 0);
      if (!note.isEmpty()) m_paper.text(note, small, m_theme.text, 0, 110, m_paper.lineHeight(name));
      m_paper.line(PaperWords::tr("%1, version %2").arg(QString::fromStdString(indicator.id)).arg(indicator.version), small,
                   m_theme.textQuiet, 114, 60, 0);
      m_paper.text(formula, small, m_theme.textQuiet, 114, 60, m_paper.lineHeight(small));
      m_paper.rule(0, Paper::kWidth, height - 0.8, m_theme.line, 0.1);
      m_paper.space(height);
    }
  }

  void about() {
    const QFont body = m_paper.font(8.5);
    heading(PaperWords::tr("About these pages"), 30);
    const auto say = [&](const QString& what, const QString& value) {
      m_paper.line(what, body, m_theme.textQuiet, 0, 44, 0);
      m_paper.line(value, body, m_theme.text, 46, 128, 0);
      m_paper.space(m_paper.lineHeight(body) + 0.6);
    };
    say(m_figures.reach ? PaperWords::tr("Area") : PaperWords::tr("Hall"), QString::fromStdString(card().hall));
    if (m_figures.reach) say(PaperWords::tr("Halls"), words::count(std::int64_t(m_figures.halls.size())));
    say(PaperWords::tr("Period"),
        PaperWords::tr("%1 to %2", "two days").arg(words::date(card().period.days.from), words::date(card().period.days.to)));
    say(PaperWords::tr("Data cut-off"), words::dateTime(card().asOf, m_zone));
    say(PaperWords::tr("Definitions"), QString::fromStdString(card().registry));
    say(PaperWords::tr("Filters"), PaperWords::tr("none: all services, windows and channels"));
    say(PaperWords::tr("Rows"), PaperWords::tr("%1 figures, %2 months each")
                                    .arg(card().lines.size())
                                    .arg(m_figures.trends.empty() ? 0 : m_figures.trends.front().points.size()));
    say(PaperWords::tr("Written by"), m_program);
    m_paper.space(10);
    m_paper.need(16);
    const double width = 52;
    const std::array who{PaperWords::tr("Made by"), PaperWords::tr("Checked by"), PaperWords::tr("Date")};
    for (std::size_t i = 0; i < who.size(); ++i) {
      const double from = double(i) * (width + 9);
      m_paper.rule(from, width, 8, m_theme.text, 0.2);
      m_paper.line(who[i], m_paper.font(7.5), m_theme.textQuiet, from, width, 8.6);
    }
    m_paper.space(14);
  }

  Paper& m_paper;
  const desk::ScorecardFigures& m_figures;
  const base::TimeZone& m_zone;
  const QString& m_program;
  const Theme& m_theme;
};

}  // namespace

// One drawing of all pages.
struct ScorecardPages::Pass {
  Pass(QByteArray& to, const PageFrame& frame, const ScorecardPages& of)
      : buffer(&to),
        writer(open(buffer)),
        paper(named(writer, frame, of.m_program), frame),
        report(paper, of.m_figures, of.m_zone, of.m_program),
        pieces(report.pieces()) {}

  static QBuffer* open(QBuffer& buffer) {
    buffer.open(QIODevice::WriteOnly);
    return &buffer;
  }
  static QPdfWriter& named(QPdfWriter& writer, const PageFrame& frame, const QString& program) {
    writer.setTitle(frame.right + QStringLiteral(" · ") + frame.left);
    writer.setCreator(program);
    return writer;
  }

  QBuffer buffer;
  QPdfWriter writer;
  Paper paper;
  ScorecardReport report;
  std::vector<std::function<void()>> pieces;
  std::size_t next = 0;
};

ScorecardPages::ScorecardPages(desk::ScorecardFigures figures, base::TimeZone zone, QString program)
    : m_figures(std::move(figures)), m_zone(std::move(zone)), m_program(std::move(program)) {}
ScorecardPages::~ScorecardPages() = default;

PageFrame ScorecardPages::frame() const {
  const desk::Scorecard& card = m_figures.card;
  return {QString::fromStdString(card.hall), PaperWords::tr("Scorecard, %1", "of a period").arg(words::ofPeriod(card.period)),
          PaperWords::tr("As of %1 · definitions %2 · %3", "time, version of definitions, program")
              .arg(words::dateTime(card.asOf, m_zone), QString::fromStdString(card.registry), m_program),
          m_count};
}

// Once to know how many pages there are, once to say it on each.
bool ScorecardPages::step() {
  if (m_isDone) return false;
  if (m_pass == nullptr) {
    m_pages.clear();
    m_pass = std::make_unique<Pass>(m_pages, frame(), *this);
  }
  if (m_pass->next < m_pass->pieces.size()) {
    m_pass->pieces[m_pass->next++]();
    return true;
  }
  m_isDone = m_count > 0;
  m_count = m_pass->paper.pages();
  m_pass.reset();
  return !m_isDone;
}

}  // namespace ow::ui
