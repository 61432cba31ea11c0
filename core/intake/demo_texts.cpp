// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_texts.h"

#include "intake/demo_streets.h"

namespace ow::intake {

namespace {

using domain::CaseEventKind;
using domain::CaseState;
using domain::Channel;
using domain::Outcome;
using View = std::string_view;

// {s} is a service, {r} a street.
constexpr View kAboutServices[] = {
    "咨询{s}需要哪些材料", "询问{s}办理进度",         "{s}：能否由家人代办", "预约办理{s}",
    "{s}：补交材料",       "咨询{s}收费标准",         "{s}窗口上班时间",     "网上申请{s}时无法上传照片",
    "{s}：更正电话号码",   "询问{s}是否可以邮寄结果", "{s}在哪个窗口办理",   "外地户口能否办理{s}"};
constexpr View kAboutTown[] = {"{r}路灯不亮",           "{r}夜间施工噪声扰民", "{r}井盖松动",       "{r}垃圾清运不及时",
                               "{r}树枝挡住信号灯",     "{r}路面积水",         "{r}共享单车乱停放", "小区电梯经常停运",
                               "{r}早市占道经营",       "供暖温度不达标",      "{r}公交站牌损坏",   "物业费收取不明",
                               "老旧小区加装电梯的政策"};
constexpr View kEnglish[] = {"Asks which papers a work permit needs", "How to register a residence as a foreigner",
                             "Driving licence: translation of the old one", "Opening hours during the holidays",
                             "Asks for a clerk who speaks English"};
constexpr View kDetails[] = {"已告知所需材料清单，并发送短信。",   "来电人情绪平稳，愿意等待回复。",
                             "已当场答复，群众表示理解。",         "材料中缺少原件，请下次带齐。",
                             "已转相关科室，三个工作日内回电。",   "建议通过网上大厅办理，已说明步骤。",
                             "老人独自前来，已由导办员陪同填表。", "对方要求书面答复。",
                             "已核对身份，信息与登记一致。",       "系统当时较慢，改为人工登记。\n事后已补录。",
                             "本人不便到场，说明了委托手续。",     "第三次来电，请优先跟进。"};
constexpr View kApplications[] = {"申请{s}", "提交{s}材料", "{s}：现场递交申请", "{s}：网上提交申请", "来办{s}"};
constexpr View kDone[] = {"短信通知：{s}已办结，请携带身份证领取", "电话告知{s}结果", "{s}结果已邮寄", "通知领取{s}结果"};
constexpr View kReturned[] = {"通知补齐材料：{s}", "电话说明{s}退件原因"};
constexpr View kDescriptions[] = {"原证件遗失，申请补办。",
                                  "因搬迁需要变更登记信息。",
                                  "家中老人行动不便，由子女代为提交。",
                                  "希望尽快办理，月底前需要使用。",
                                  "首次申请。",
                                  "材料已通过网上预审。",
                                  "此前曾在其他窗口咨询过。",
                                  "经营场所已完成装修，等待现场核查。",
                                  "与单位合并办理，共三人。"};
constexpr View kAccepted[] = {"材料齐全，符合法定形式", "予以受理，已出具受理通知书", "容缺受理，承诺补交复印件"};
constexpr View kReview[] = {"转业务科室审查", "安排现场核查", "与公安数据比对", "已提请会签"};
constexpr View kGranted[] = {"审查通过", "符合条件，准予办理", "核查无误，同意", "经审核予以确认"};
constexpr View kDenied[] = {"不符合规定的年限条件，不予批准，已告知救济途径", "现场核查不合格，不予许可，可整改后重新申请",
                            "收入超过标准，不予认定"};
constexpr View kReturnReasons[] = {"缺少房屋产权证明原件", "照片不符合要求，请重新拍摄", "申请表未签字",
                                   "不属于本级办理，请到市级窗口", "重复申请"};
constexpr View kWithdrawReasons[] = {"申请人自行撤回", "已在户籍地办理，不再需要", "计划有变，暂缓申请",
                                     "材料一时无法备齐，申请撤回"};
constexpr View kReopenReasons[] = {"复核后发现登记信息有误，更正", "复议决定要求重新作出", "证照打印有误，重新制证"};
constexpr View kNotes[] = {"电话联系申请人，无人接听",  "申请人补交了复印件",     "部门反馈需延后一天",
                           "已提醒承办科室注意期限",    "申请人来问进度，已答复", "核查人员已约定上门时间",
                           "数据比对未返回，人工核实中"};
constexpr View kPraise[] = {"服务热情，办得很快", "一次就办好了，很方便", "工作人员很耐心",
                            "不用跑第二趟，点赞", "窗口指引清楚",         "Very helpful, thank you"};
constexpr View kFair[] = {"还可以，等的时间有点长", "流程能再简化就好了", "一般", "叫号屏看不清"};
constexpr View kBlame[] = {"来回跑了三趟", "等了一个多小时没人叫号", "材料要求前后说法不一样", "电话一直打不通", "态度不好"};

std::string filled(Dice& dice, View pattern, View service) {
  std::string text(pattern);
  if (const auto at = text.find("{s}"); at != std::string::npos) text.replace(at, 3, service);
  if (const auto at = text.find("{r}"); at != std::string::npos) {
    std::string street(dice.of(kStreetFirst));
    street += dice.of(kStreetSecond);
    street += dice.common(kStreetKinds);
    text.replace(at, 3, street);
  }
  return text;
}

template <std::size_t N>
std::optional<std::string> sometimes(Dice& dice, double how, const View (&list)[N]) {
  if (!dice.chance(how)) return std::nullopt;
  return std::string(dice.of(list));
}

}  // namespace

Said smallTalk(Dice& dice, std::string_view service, Channel channel) {
  if (dice.chance(0.015)) return {std::string(dice.of(kEnglish)), std::nullopt};
  const bool town = dice.chance(channel == Channel::hotline ? 0.6 : 0.12);
  std::string subject = town ? filled(dice, dice.of(kAboutTown), service) : filled(dice, dice.common(kAboutServices), service);
  return {std::move(subject), sometimes(dice, 0.35, kDetails)};
}

Said applicationTalk(Dice& dice, std::string_view service) {
  std::string subject = filled(dice, dice.of(kApplications), service);
  return {std::move(subject), sometimes(dice, 0.15, kDetails)};
}

Said resultTalk(Dice& dice, std::string_view service, CaseState state) {
  return {state == CaseState::returned ? filled(dice, dice.of(kReturned), service) : filled(dice, dice.of(kDone), service),
          std::nullopt};
}

std::optional<std::string> description(Dice& dice) {
  return sometimes(dice, 0.3, kDescriptions);
}

std::optional<std::string> stepText(Dice& dice, CaseEventKind step, std::optional<Outcome> outcome) {
  switch (step) {
    case CaseEventKind::accepted:
      return sometimes(dice, 0.3, kAccepted);
    case CaseEventKind::reviewStarted:
      return sometimes(dice, 0.3, kReview);
    case CaseEventKind::decided:
      if (outcome == Outcome::denied) return std::string(dice.of(kDenied));
      return sometimes(dice, 0.5, kGranted);
    case CaseEventKind::returned:
      return std::string(dice.of(kReturnReasons));
    case CaseEventKind::withdrawn:
      return std::string(dice.of(kWithdrawReasons));
    case CaseEventKind::reopened:
      return std::string(dice.of(kReopenReasons));
    default:
      return std::nullopt;
  }
}

std::string noteText(Dice& dice) {
  return std::string(dice.of(kNotes));
}

std::optional<std::string> ratingText(Dice& dice, int level) {
  if (level <= 2) return sometimes(dice, 0.12, kPraise);
  if (level == 3) return sometimes(dice, 0.3, kFair);
  return sometimes(dice, 0.7, kBlame);
}

}  // namespace ow::intake
