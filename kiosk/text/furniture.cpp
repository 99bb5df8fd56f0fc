#include "kiosk/text/furniture.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "kiosk/base/characters.h"
#include "kiosk/text/cleaning.h"
#include "kiosk/text/line_look.h"

namespace tingdu::text {
namespace {

using View = std::u32string_view;

// A foot is often one long line of everything.
constexpr std::size_t longest_foot_line = 240;
constexpr std::size_t longest_site_line = 120;

constexpr std::array<View, 78> site_words = {
    U"设为首页",   U"加入收藏",   U"收藏本站", U"收藏本页", U"收藏",     U"无障碍",     U"无障碍阅读", U"无障碍浏览",
    U"无障碍模式", U"进入无障碍", U"长者版",   U"长者模式", U"关怀版",   U"关怀模式",   U"适老版",     U"适老模式",
    U"老年模式",   U"老年版",     U"适老化",   U"首页",     U"网站首页", U"返回首页",   U"本站首页",   U"网站地图",
    U"站点地图",   U"网站导航",   U"登录",     U"注册",     U"用户登录", U"个人中心",   U"搜索",       U"站内搜索",
    U"高级搜索",   U"手机版",     U"移动版",   U"电脑版",   U"客户端",   U"微信",       U"微博",       U"官方微信",
    U"官方微博",   U"QQ空间",     U"QQ好友",   U"新浪微博", U"微信好友", U"朋友圈",     U"RSS",        U"RSS订阅",
    U"繁体",       U"繁體",       U"繁体版",   U"繁體版",   U"繁體中文", U"简体",       U"简体版",     U"简体中文",
    U"English",    U"EN",         U"分享",     U"返回",     U"语音播报", U"智能机器人", U"大",         U"中",
    U"小",         U"网站声明",   U"隐私声明", U"免责声明", U"法律声明", U"联系我们",   U"关于我们",   U"友情链接",
    U"邮箱登录",   U"切换导航",   U"上一页",   U"下一页",   U"尾页",     U"末页"};

constexpr std::array<View, 33> foot_words = {
    U"打印",     U"打印本页", U"打印此页", U"打印文章",   U"关闭",         U"关闭窗口",   U"关闭本页",
    U"关闭页面", U"分享到",   U"分享至",   U"返回顶部",   U"回到顶部",     U"回顶部",     U"返回列表",
    U"扫一扫",   U"我要纠错", U"阅读原文", U"微信扫一扫", U"关注该公众号", U"推荐给朋友", U"相关文章",
    U"相关阅读", U"相关新闻", U"相关稿件", U"相关报道",   U"推荐阅读",     U"双击滚屏",   U"下载word",
    U"下载pdf",  U"下载Word", U"下载PDF",  U"查看评论",   U"我要评论",
};

/// What readers have done, with how many of them or side by side; alone each may be a word of the article.
constexpr std::array<View, 6> reader_words = {U"阅读", U"点赞", U"在看", U"留言", U"转发", U"评论"};

constexpr std::array<View, 4> way_here = {U"首页", U"网站首页", U"您的位置", U"当前位置"};

constexpr std::array<View, 11> site_openings = {U"欢迎访问",     U"欢迎光临", U"欢迎来到",    U"跳转到主要内容",
                                                U"跳到主要内容", U"热搜词",   U"热门搜索",    U"热门关键词",
                                                U"今日天气",     U"今天是",   U"点击蓝字关注"};

constexpr std::array<View, 45> foot_openings = {
    U"上一篇：",       U"下一篇：",     U"上一篇:",    U"下一篇:",      U"上一条：",     U"下一条：",
    U"上一条:",        U"下一条:",      U"上篇：",     U"下篇：",       U"上一篇 ",      U"下一篇 ",
    U"分享到",         U"分享至",       U"版权所有",   U"Copyright",    U"copyright",    U"©",
    U"主办单位：",     U"承办单位：",   U"技术支持：", U"网站标识码",   U"网站支持IPv6", U"本站已支持IPv6",
    U"建议使用",       U"您是第",       U"上一篇文章", U"下一篇文章",   U"责任编辑",     U"责编：",
    U"编辑：",         U"审核：",       U"校对：",     U"满意度评价：", U"满意度评价:",  U"友情链接：",
    U"友情链接:",      U"网友评论",     U"向上滑动看", U"继续滑动看",   U"轻触阅读原文", U"微信扫一扫使用",
    U"微信扫一扫关注", U"关注该公众号", U"首页 上一页"};

/// What a site says about what is not its own, in whole sentences.
constexpr std::array<View, 5> disclaimers = {U"免责声明", U"版权声明", U"特别声明", U"网站声明", U"声明："};

constexpr std::array<View, 7> foot_anywhere = {
    U"ICP备", U"ICP证", U"公网安备", U"All Rights Reserved", U"版权所有", U"All rights reserved", U"Copyright "};

constexpr std::array<View, 14> contact_openings = {U"地址：", U"地址:",    U"邮编：", U"邮编:", U"电话：",
                                                   U"电话:",  U"联系电话", U"邮箱：", U"邮箱:", U"传真：",
                                                   U"传真:",  U"邮政编码", U"主管：", U"主办："};

bool begins_with_any(View line, const auto& openings) {
    return std::ranges::any_of(openings, [&](View opening) { return line.starts_with(opening); });
}

bool holds_any(View line, const auto& words) {
    return std::ranges::any_of(words, [&](View word) { return line.find(word) != View::npos; });
}

bool is_any(View word, const auto& words) {
    return std::ranges::find(words, word) != words.end();
}

std::vector<View> parts(View line, View separators) {
    std::vector<View> found;
    std::size_t begin = 0;
    while (begin < line.size()) {
        const std::size_t end = std::min(line.find_first_of(separators, begin), line.size());
        View part = line.substr(begin, end - begin);
        while (!part.empty() && is_blank(part.front())) part.remove_prefix(1);
        while (!part.empty() && is_blank(part.back())) part.remove_suffix(1);
        if (!part.empty()) found.push_back(part);
        begin = end + 1;
    }
    return found;
}

/// "扫一扫在手机打开当前页", but not "扫一扫二维码即可预约".
bool is_scan_hint(View line) {
    constexpr std::array<View, 6> hints = {U"手机", U"当前页", U"本页", U"分享", U"关注", U"微信"};
    constexpr std::size_t longest_hint = 24;
    return (line.starts_with(U"扫一扫") || line.starts_with(U"扫码") || line.starts_with(U"扫描二维码")) &&
           line.size() <= longest_hint && holds_any(line, hints);
}

/// "您当前所在的位置：首页 > 公告"; nothing but such words stands before 位置.
bool tells_the_way_here(View line) {
    constexpr std::array<View, 9> words = {U"您", U"你", U"当前", U"目前", U"现在", U"所在", U"所处", U"在", U"的"};
    const std::size_t begin = line.size();
    for (bool has_more = true; has_more;) {
        const auto word = std::ranges::find_if(words, [&](View each) { return line.starts_with(each); });
        has_more = word != words.end();
        if (has_more) line.remove_prefix(word->size());
    }
    if (line.size() == begin || !line.starts_with(U"位置")) return false;
    line.remove_prefix(2);
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    return line.empty() || View(U"：:>›»＞→").find(line.front()) != View::npos ||
           line.find_first_of(U">›»＞→") != View::npos;
}

bool is_menu(View line) {
    const auto holds_only = [&](View separators, std::size_t longest_entry) {
        const std::vector<View> entries = parts(line, separators);
        return entries.size() >= 2 && is_any(entries.front(), way_here) &&
               std::ranges::all_of(entries, [&](View entry) { return entry.size() <= longest_entry; });
    };
    return holds_only(U"|｜", 10) || holds_only(U" ", 6);
}

bool is_way_here(View line) {
    const std::vector<View> steps = parts(line, U">›»＞→/／");
    return steps.size() >= 2 && is_any(steps.front(), way_here);
}

/// "免责声明：本网站部分内容来源于网络。"
bool is_disclaimer(View line) {
    constexpr std::array<View, 5> about = {U"本网", U"本站", U"转载", U"转自", U"侵权"};
    return begins_with_any(line, disclaimers) && holds_any(line, about);
}

/// The number of a page, of readers, of those who liked it: it says nothing where buttons are around it.
bool is_count(View word) {
    if (word.starts_with(U'共') && word.ends_with(U'页')) word = word.substr(1, word.size() - 2);
    return !word.empty() && std::ranges::all_of(word, is_digit);
}

}  // namespace

Furniture furniture_of(View line) {
    line = without_menu_marks(line);
    if (line.starts_with(U"（责任编辑") || line.starts_with(U"(责任编辑")) line.remove_prefix(1);
    if (line.starts_with(U"【我要纠错】")) return Furniture::foot;
    if (line.empty()) return Furniture::none;
    if (line.size() <= longest_foot_line && holds_any(line, foot_anywhere) && !line.ends_with(U'。'))
        return Furniture::foot;
    if (line.size() <= longest_foot_line && is_disclaimer(line)) return Furniture::foot;
    if (line.size() <= longest_site_line && begins_with_any(line, site_openings)) return Furniture::site;
    if (line.size() > longest_site_line || line.find_first_of(U"。！？；") != View::npos) return Furniture::none;
    if (begins_with_any(line, foot_openings) || is_scan_hint(line)) return Furniture::foot;
    if (tells_the_way_here(line) || is_menu(line) || is_way_here(line)) return Furniture::site;
    if (begins_with_any(line, contact_openings)) return Furniture::contact;

    std::vector<View> words = parts(line, U" |｜/•·[]【】()（）:：");
    const bool is_alone = words.size() < 2;
    std::erase_if(words, is_count);
    const auto is_site = [](View word) { return is_any(word, site_words); };
    const auto is_foot = [](View word) { return is_any(word, foot_words); };
    const auto is_reader = [&](View word) { return !is_alone && is_any(word, reader_words); };
    const auto is_known = [&](View word) { return is_site(word) || is_foot(word) || is_reader(word); };
    if (words.empty() || !std::ranges::all_of(words, is_known)) return Furniture::none;
    return std::ranges::all_of(words, is_site) ? Furniture::site : Furniture::foot;
}

}  // namespace tingdu::text
