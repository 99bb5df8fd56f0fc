#include "kiosk/library/curation.h"

#include <doctest/doctest.h>

using namespace tingdu;
using library::Curated;
using library::Curation;

namespace {

library::Catalogue catalogue() {
    library::Catalogue all;
    all.subjects.push_back(
        {U"养老", {{"养老/一.txt", U"一", {}, 1}, {"养老/二.txt", U"二", {}, 1}, {"养老/三.txt", U"三", {}, 1}}});
    all.subjects.push_back({U"看病", {{"看病/一.txt", U"又一", {}, 1}}});
    return all;
}

std::u32string titles(const library::Catalogue& all) {
    std::u32string titles;
    for (const library::Subject& subject : all.subjects) {
        titles += subject.name + U":";
        for (const library::Entry& entry : subject.entries) titles += entry.title;
        titles += U" ";
    }
    return titles;
}

}  // namespace

TEST_CASE("what is hidden is not shown, and a subject without any is not either") {
    Curation curation;
    curation.articles["养老/二.txt"] = {true, {}};
    CHECK(titles(library::shown(catalogue(), curation, Date{2026, 10, 1})) == U"养老:一三 看病:又一 ");
    curation.articles["看病/一.txt"] = {true, {}};
    CHECK(titles(library::shown(catalogue(), curation, {})) == U"养老:一三 ");
}

TEST_CASE("an article is shown on its last day, and no longer; without a clock nothing is over") {
    Curation curation;
    curation.articles["养老/一.txt"] = {false, Date{2026, 10, 1}};
    CHECK(titles(library::shown(catalogue(), curation, Date{2026, 10, 1})) == U"养老:一二三 看病:又一 ");
    CHECK(titles(library::shown(catalogue(), curation, Date{2026, 10, 2})) == U"养老:二三 看病:又一 ");
    CHECK(titles(library::shown(catalogue(), curation, {})) == U"养老:一二三 看病:又一 ");
    CHECK(titles(library::shown(catalogue(), curation, Date{1970, 1, 1})) == U"养老:一二三 看病:又一 ");
}

TEST_CASE("articles go up one by one, and what comes new stands where it would") {
    const library::Catalogue all = catalogue();
    Curation curation = library::moved_up({}, all.subjects[0], 2);
    CHECK(titles(library::ordered(all, curation)) == U"养老:一三二 看病:又一 ");
    curation = library::moved_up(curation, library::ordered(all, curation).subjects[0], 1);
    CHECK(titles(library::ordered(all, curation)) == U"养老:三一二 看病:又一 ");
    CHECK(library::moved_up(curation, library::ordered(all, curation).subjects[0], 0) == curation);
    CHECK(library::moved_up(curation, all.subjects[0], 99) == curation);
    // The next edition has lost one and brings another.
    library::Catalogue next;
    next.subjects.push_back(
        {U"养老", {{"a/零.txt", U"零", {}, 1}, {"a/二.txt", U"二", {}, 1}, {"a/三.txt", U"三", {}, 1}}});
    CHECK(titles(library::ordered(next, curation)) == U"养老:三二零 ");
}

TEST_CASE("two files of one name in one subject are both kept") {
    library::Catalogue all;
    all.subjects.push_back({U"养老", {{"a/一.txt", U"一", {}, 1}, {"b/一.txt", U"另一", {}, 1}}});
    Curation curation;
    curation.first["养老"] = {"养老/一.txt"};
    CHECK(library::ordered(all, curation).subjects[0].entries.size() == 2);
}
