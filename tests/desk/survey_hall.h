// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

#include "desk/cases.h"
#include "desk/opening.h"
#include "desk/surveys.h"
#include "testkit/hall.h"

namespace ow::testkit {

// 王敏 serves at the window; 李娜 calls; 赵磊 and 孙芳 look after what citizens say.
struct SurveyHall {
  Hall hall;
  domain::ServiceId service =
      hall.addService("居住证办理", {5, domain::LimitUnit::workingDay}, "01", domain::CaseType::instant);
  std::vector<domain::PartyId> persons;

  // So many persons, each with a case that 王敏 ended today.
  explicit SurveyHall(int count) {
    const auto join = [this](const char* login, domain::Role role) {
      REQUIRE(desk::addClerk(hall.store(), {login, login, base::Redacted<std::string>(Hall::kPassphrase), role}, hall.ports(),
                             store::Hardness::cheap()));
    };
    join("li.na", domain::Role::clerk);
    join("zhao.lei", domain::Role::supervisor);
    join("sun.fang", domain::Role::supervisor);
    for (int i = 0; i < count; ++i) {
      persons.push_back(hall.addPerson("张" + std::to_string(i), "", phoneOf(i)));
      finish(persons.back());
    }
    hall.seat("zhao.lei");
  }
  static std::string phoneOf(int i) { return "138123400" + std::to_string(10 + i); }
  void finish(domain::PartyId person) {
    const auto opened = hall.openCase(service, person);
    REQUIRE(desk::finishOnTheSpot(hall.desk(), opened.id, domain::CaseState::received, domain::Outcome::granted, ""));
  }
  // A round of everybody, opened by whoever sits here.
  domain::SurveyRoundId open(const std::string& questionnaire, std::vector<domain::SurveyChannel> channels, int size = 50) {
    const auto sample = desk::drawSurvey(hall.desk(), {.service = "01"}, size).value();
    return desk::openSurvey(hall.desk(), {"三月回访", questionnaire, std::move(channels), {}}, sample).value();
  }
  domain::SurveyRoundId openElsewhere(const std::string& questionnaire, int count) {
    const auto sample = desk::drawSurvey(hall.desk(), {.elsewhere = count}, 1).value();
    return desk::openSurvey(hall.desk(), {"外部调查", questionnaire, {domain::SurveyChannel::elsewhere}, {}}, sample).value();
  }
  base::Result<domain::SurveyAnswerId> say(domain::SurveyRoundId round, int place, domain::SurveyNumbers numbers,
                                           const std::string& text = "") {
    return desk::recordAnswer(hall.desk(), {.round = round, .place = place, .answers = std::move(numbers), .text = text});
  }
};

template <class T>
std::string ruleOf(const base::Result<T>& result) {
  if (result) return "taken";
  return std::string(result.error().fact("rule"));
}

}  // namespace ow::testkit
