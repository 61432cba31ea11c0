// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

// Readings that matter in names and that ICU's one reading per character does not give. Simplified characters; "字 reading
// reading;".
namespace ow::base::pinyin_tables {

// As a surname, likeliest first; what the character reads elsewhere is added behind.
inline constexpr std::u32string_view kSurnames =
    U"单 shan;解 xie;查 zha;仇 qiu;区 ou;朴 piao pu;盖 ge gai;缪 miao;覃 qin tan;翟 zhai di;曾 zeng;尉 wei yu;任 ren;葛 ge;纪 "
    U"ji;"
    U"华 hua;牟 mu mou;卜 bu;乐 yue le;燕 yan;干 gan;过 guo;隗 wei kui;种 chong;员 yun;刀 dao diao;秘 bi mi;莘 shen xin;"
    U"粘 nian zhan;长 zhang chang;折 she zhe;召 shao zhao;繁 po;重 chong zhong;舍 she;石 shi;曲 qu;宁 ning;应 ying;尹 yin;瞿 "
    U"qu;"
    U"郇 xun huan;冼 xian;洗 xian;乜 nie mie;逄 pang;黑 he hei;那 na nuo;能 nai;撒 sa;教 jiao;句 gou;适 kuo;祭 zhai;谌 chen "
    U"shen;"
    U"郗 xi chi;宓 mi fu;阚 kan;晁 chao;璩 qu;佴 nai er;贾 jia;盛 sheng;都 du;柏 bai bo;薄 bo;车 che;藏 zang;褚 chu;仉 "
    U"zhang;啜 chuai;"
    U"俞 yu shu;於 yu;炅 gui;妫 gui;阙 que;费 fei bi;沈 shen;眭 sui;睢 sui;厍 she;么 yao;幺 yao;殷 yin;訾 zi;逯 lu;六 lu liu;"
    U"陆 lu;率 lv shuai;万 wan;墨 mo;强 qiang;奇 qi;洼 wa;哈 ha;呙 guo;暨 ji;郝 hao;娄 lou;甄 zhen;邰 tai;郯 tan;亓 qi;圻 qi;"
    U"行 xing;茹 ru;茅 mao;番 pan fan;相 xiang;占 zhan;钻 zuan;宿 su;台 tai;弹 tan;调 diao;降 jiang;角 jue jiao;校 xiao;会 gui "
    U"hui;"
    U"合 ge he;红 hong;盍 he;缴 jiao;靓 jing;麻 ma;蒙 meng;冒 mo mao;摩 mo;佛 fu fo;苻 fu;皋 gao;戈 ge;妥 tuo;拓 tuo;叶 ye;"
    U"尧 yao;余 yu;喻 yu;郁 yu;爨 cuan;晏 yan;鄢 yan;妘 yun;恽 yun;郓 yun;臧 zang;迮 ze;笮 ze zuo;诘 jie;揭 jie;靳 jin;寇 kou;";

// Elsewhere, likeliest in a given name first.
inline constexpr std::u32string_view kGivenNames =
    U"乐 le yue;行 xing hang;重 zhong chong;长 chang zhang;茜 xi qian;朝 chao zhao;都 du dou;单 dan shan;贾 jia gu;盛 sheng "
    U"cheng;"
    U"员 yuan yun;覃 tan qin;洗 xi xian;繁 fan;种 zhong;秘 mi bi;折 zhe;那 na;盖 gai;召 zhao shao;句 ju;适 shi;缪 miao mou miu;"
    U"谌 chen;隗 kui wei;宓 mi;尉 wei yu;牟 mou mu;晟 sheng cheng;翟 zhai di;曾 zeng ceng;解 jie xie;查 cha zha;仇 chou qiu;区 "
    U"qu ou;"
    U"朴 pu piao;柏 bai bo;薄 bo bao;车 che ju;藏 zang cang;莘 xin shen;俞 yu shu;炅 jiong gui;费 fei;沈 shen chen;石 shi dan;"
    U"殷 yin yan;六 liu lu;陆 lu liu;率 shuai lv;万 wan mo;俟 si qi;澹 dan tan;钿 dian tian;嘏 gu jia;婼 ruo chuo;强 qiang "
    U"jiang;"
    U"奇 qi ji;荨 xun qian;露 lu lou;落 luo la;靓 liang jing;筠 yun jun;隽 jun juan;娜 na nuo;芾 fu fei;禅 chan shan;乘 cheng "
    U"sheng;"
    U"澄 cheng deng;传 chuan zhuan;调 tiao diao;大 da dai;得 de dei;地 di de;度 du duo;恶 e wu;干 gan qian;还 huan hai;虹 hong "
    U"jiang;"
    U"会 hui kuai;降 jiang xiang;角 jiao jue;觉 jue jiao;校 xiao jiao;劲 jin jing;卡 ka qia;了 liao le;泷 long shuang;模 mo mu;"
    U"屏 ping bing;番 fan pan;铅 qian yan;亲 qin qing;若 ruo re;色 se shai;厦 xia sha;杉 shan sha;什 shi shen;识 shi zhi;"
    U"说 shuo yue;思 si;宿 su xiu;沓 ta da;弹 dan tan;拓 tuo ta;尾 wei yi;蔚 wei yu;吾 wu;系 xi ji;纤 xian qian;巷 xiang hang;"
    U"血 xue xie;削 xue xiao;省 sheng xing;叶 ye xie;遗 yi wei;荥 xing ying;约 yue yao;钥 yue yao;择 ze zhai;扎 zha za;粘 nian "
    U"zhan;"
    U"着 zhe zhuo zhao;枝 zhi;术 shu zhu;爪 zhua zhao;著 zhu zhuo;琢 zhuo zuo;兹 zi ci;仔 zi zai;尺 chi che;畜 chu xu;椎 zhui "
    U"chui;"
    U"否 fou pi;佛 fo fu;壳 ke qiao;蕃 fan bo;其 qi ji;圻 qi yin;箐 qing jing;参 can shen cen;差 cha chai ci;称 cheng chen;"
    U"匙 chi shi;臭 chou xiu;伽 jia qie ga;给 ji gei;龟 gui jun qiu;桧 gui hui;珩 heng hang;济 ji;颉 jie xie;矜 jin qin;"
    U"咀 ju zui;俱 ju;浚 jun xun;峻 jun;楷 kai jie;溃 kui hui;勒 le lei;丽 li;辽 liao;绿 lv;论 lun;洛 luo;脉 mai mo;埋 mai man;"
    U"没 mo mei;蒙 meng;冥 ming;尿 niao sui;曝 pu bao;瀑 pu bao;栖 qi xi;蹊 xi qi;嵌 qian;茄 qie jia;芩 qin;雀 que qiao;"
    U"塞 sai se;丧 sang;莎 sha suo;汤 tang shang;佻 tiao;陶 tao yao;帖 tie;峒 dong tong;囤 tun dun;阿 a e;艾 ai yi;陂 pi bei "
    U"po;"
    U"秘 mi bi;泌 mi bi;洨 xiao;玟 wen min;珉 min;琊 ya ye;砚 yan;洋 yang;遥 yao;祎 yi hui;尉 wei yu;熨 yun yu;允 yun;晕 yun;"
    U"喆 zhe;祯 zhen;桢 zhen;峙 zhi shi;祗 zhi;曾 zeng ceng;幢 chuang zhuang;柞 zuo zha;𠮷 ji;㐂 xi;堃 kun;甯 ning;吕 lv;昇 "
    U"sheng;"
    U"奭 shi;翀 chong;曌 zhao;玥 yue;犇 ben;骉 biao;羴 shan;猋 biao;鱻 xian;赟 yun;燊 shen;龘 da;旻 min;";

inline constexpr std::u32string_view kCompoundSurnames =
    U"欧阳 ou yang;司马 si ma;上官 shang guan;诸葛 zhu ge;尉迟 yu chi;万俟 mo qi;单于 chan yu;长孙 zhang sun;令狐 ling hu;"
    U"澹台 tan tai;皇甫 huang fu;东方 dong fang;慕容 mu rong;司徒 si tu;夏侯 xia hou;宇文 yu wen;公孙 gong sun;轩辕 xuan yuan;"
    U"端木 duan mu;独孤 du gu;南宫 nan gong;百里 bai li;呼延 hu yan;闻人 wen ren;太史 tai shi;申屠 shen tu;公羊 gong yang;"
    U"赫连 he lian;淳于 chun yu;钟离 zhong li;鲜于 xian yu;濮阳 pu yang;宗政 zong zheng;仲孙 zhong sun;拓跋 tuo ba;亓官 qi "
    U"guan;"
    U"司寇 si kou;颛孙 zhuan sun;巫马 wu ma;公西 gong xi;漆雕 qi diao;乐正 yue zheng;壤驷 rang si;公良 gong liang;夹谷 jia gu;"
    U"宰父 zai fu;谷梁 gu liang;段干 duan gan;东郭 dong guo;南门 nan men;羊舌 yang she;微生 wei sheng;梁丘 liang qiu;左丘 zuo "
    U"qiu;"
    U"东门 dong men;西门 xi men;第五 di wu;纳兰 na lan;完颜 wan yan;叶赫 ye he;耶律 ye lv;闾丘 lv qiu;子车 zi ju;司空 si kong;"
    U"即墨 ji mo;达奚 da xi;褚师 chu shi;";

}  // namespace ow::base::pinyin_tables
