// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/demo_services.h"

#include <algorithm>
#include <cstdio>

namespace ow::intake {

namespace {

using domain::CaseType;
using domain::LimitUnit;

struct Row {
  std::string_view item;  // 事项类型 of GB/T 39046-2020: 01 licence, 05 benefit, 07 confirmation, 10 other power, 20 service
  std::string_view name, nameEn, department;
  CaseType type;
  int promised;  // working days; 0: while the citizen waits
  int statutory;
  LimitUnit statutoryUnit;
  Clientele clientele;
  double demand;
};

constexpr auto kDay = LimitUnit::workingDay;
constexpr auto kCalendar = LimitUnit::calendarDay;
constexpr auto kPeople = Clientele::people;
constexpr auto kFirms = Clientele::firms;
constexpr auto kInstant = CaseType::instant;
constexpr auto kPromised = CaseType::promised;

constexpr Row kServices[] = {
    {"07", "居民身份证换领、补领", "Replacement of an identity card", "公安分局", kPromised, 15, 60, kCalendar, kPeople, 12},
    {"07", "居住证申领", "Residence permit", "公安分局", kPromised, 5, 15, kDay, kPeople, 7},
    {"07", "户口迁移", "Moving a household registration", "公安分局", kPromised, 10, 20, kDay, kPeople, 4},
    {"01", "普通护照首次申请", "First ordinary passport", "公安分局", kPromised, 7, 15, kCalendar, kPeople, 5},
    {"20", "城乡居民基本医疗保险参保登记", "Residents' medical insurance registration", "医保局", kInstant, 0, 0, kDay, kPeople,
     9},
    {"20", "异地就医备案", "Medical care away from home", "医保局", kInstant, 0, 0, kDay, kPeople, 8},
    {"05", "门诊慢特病待遇认定", "Benefit for chronic diseases", "医保局", kPromised, 10, 20, kDay, kPeople, 3},
    {"05", "生育津贴支付", "Maternity allowance", "医保局", kPromised, 10, 20, kDay, kPeople, 3},
    {"20", "社会保险关系转移接续", "Transfer of social insurance", "人力资源和社会保障局", kPromised, 15, 45, kDay, kPeople, 5},
    {"05", "失业保险金申领", "Unemployment benefit", "人力资源和社会保障局", kPromised, 7, 10, kDay, kPeople, 3},
    {"20", "养老保险待遇资格认证", "Pension eligibility check", "人力资源和社会保障局", kInstant, 0, 0, kDay, kPeople, 5},
    {"07", "工伤认定", "Recognition of a work injury", "人力资源和社会保障局", kPromised, 30, 60, kCalendar, kPeople, 2},
    {"05", "最低生活保障申请", "Minimum living allowance", "民政局", kPromised, 20, 30, kDay, kPeople, 2},
    {"05", "残疾人两项补贴申请", "Subsidies for disabled persons", "残疾人联合会", kPromised, 10, 20, kDay, kPeople, 2},
    {"07", "不动产转移登记", "Transfer of real estate", "规划和自然资源局", kPromised, 5, 30, kDay, kPeople, 5},
    {"07", "不动产抵押登记", "Mortgage registration", "规划和自然资源局", kPromised, 3, 30, kDay, kPeople, 3},
    {"20", "公共租赁住房资格申请", "Eligibility for public rental housing", "住房和城乡建设局", kPromised, 30, 40, kDay,
     kPeople, 2},
    {"07", "企业设立登记", "Registration of an enterprise", "市场监督管理局", kPromised, 1, 5, kDay, kFirms, 5},
    {"07", "个体工商户变更登记", "Change of a sole trader's registration", "市场监督管理局", kInstant, 0, 3, kDay, kFirms, 4},
    {"01", "食品经营许可", "Food business licence", "市场监督管理局", kPromised, 8, 20, kDay, kFirms, 4},
    {"01", "公共场所卫生许可", "Hygiene licence for public places", "卫生健康委员会", kPromised, 10, 20, kDay, kFirms, 2},
    {"01", "建筑工程施工许可证核发", "Building permit", "住房和城乡建设局", kPromised, 3, 7, kDay, kFirms, 1.5},
    {"01", "户外广告设施设置审批", "Permit for outdoor advertising", "城市管理局", kPromised, 7, 20, kDay, kFirms, 1.5},
    {"01", "建设项目环境影响评价审批", "Approval of an environmental impact report", "生态环境局", kPromised, 25, 60, kDay,
     kFirms, 1},
    {"01", "社会团体成立登记", "Registration of an association", "民政局", kPromised, 20, 60, kCalendar, kFirms, 0.7},
    {"10", "完税证明开具", "Proof of taxes paid", "税务局", kInstant, 0, 0, kDay, kPeople, 4},
};

constexpr struct {
  std::string_view login, name;
} kColleagues[] = {{"zhao.lei", "赵蕾"},     {"sun.jianping", "孙建平"}, {"ouyang.jing", "欧阳静"},  {"ma.xiaojun", "马晓军"},
                   {"shan.wenbo", "单文博"}, {"he.lihua", "何丽华"},     {"guo.yifan", "郭一帆"},    {"lin.meizhen", "林美珍"},
                   {"tang.qi", "唐琦"},      {"gao.zhiyuan", "高志远"},  {"wei.ningning", "韦宁宁"}, {"pan.shuo", "潘硕"}};

}  // namespace

std::vector<DemoService> addServices(DemoBatch& batch, const DemoPlace& place) {
  std::vector<DemoService> services;
  int serial = 0;
  for (const Row& row : kServices) {
    DemoService demo;
    domain::Service& service = demo.service;
    service.id = batch.id<domain::ServiceId>();
    char tail[16];
    std::snprintf(tail, sizeof tail, "Y%05d", ++serial);
    service.code = place.division + std::string(row.item) + tail;
    service.name = row.name;
    service.nameEn = row.nameEn;
    service.department = place.area + std::string(row.department);
    service.caseType = row.type;
    if (row.promised > 0) {
      service.promisedAmount = row.promised;
      service.promisedUnit = LimitUnit::workingDay;
    }
    if (row.statutory > 0) {
      service.statutoryAmount = row.statutory;
      service.statutoryUnit = row.statutoryUnit;
    }
    service.jurisdiction = place.jurisdiction;
    service.itemType = row.item;
    demo.clientele = row.clientele;
    demo.demand = row.demand;
    demo.days = row.promised > 0 ? row.promised : 0.3;
    batch.create(service);
    services.push_back(std::move(demo));
  }
  return services;
}

std::vector<domain::Staff> addStaff(DemoBatch& batch, std::vector<domain::Staff> known) {
  std::vector<domain::Staff> all = std::move(known);
  for (const auto& colleague : kColleagues) {
    if (std::any_of(all.begin(), all.end(), [&](const domain::Staff& s) { return s.login == colleague.login; })) continue;
    domain::Staff staff{batch.id<domain::StaffId>(), std::string(colleague.login), std::string(colleague.name),
                        domain::Role::clerk, true};
    if (all.size() % 6 == 5) staff.role = domain::Role::supervisor;
    batch.create(staff);
    all.push_back(std::move(staff));
  }
  return all;
}

}  // namespace ow::intake
