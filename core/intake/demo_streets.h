// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// Streets that no town needs to have: two characters and a kind. Only core/intake/demo_* includes this.
namespace ow::intake {

inline constexpr std::string_view kStreetFirst[] = {"槐", "柳", "榆", "桐", "梧", "枫", "兰", "竹", "梅", "荷", "云", "晴",
                                                    "望", "临", "锦", "翠", "朝", "景", "崇", "永", "广", "和", "育", "春"};
inline constexpr std::string_view kStreetSecond[] = {"安", "荫", "溪", "香", "林", "苑", "湖", "阳", "宁", "庆", "明",
                                                     "德", "泉", "山", "门", "桥", "华", "光", "园", "盛", "田", "河"};
inline constexpr std::string_view kStreetKinds[] = {"路", "街", "大街", "胡同", "东路", "西街", "巷", "南路", "北街", "里"};

inline constexpr std::string_view kElderNotes[] = {"听力不好，请慢慢说", "行动不便，可上门服务", "视力不好，请代为读出材料",
                                                   "不会使用手机，请打家人电话"};

}  // namespace ow::intake
