#include "kiosk/prepare/sort_key.h"

#include <map>

#include "kiosk/base/characters.h"
#include "kiosk/base/utf8.h"

namespace tingdu::prepare {

std::string sort_key(std::u32string_view name, const mandarin::Knowledge& knowledge) {
    std::map<std::size_t, mandarin::Syllable> read_as;
    for (const mandarin::Clause& clause : mandarin::read(name, knowledge))
        for (const mandarin::Word& word : clause.words)
            for (const mandarin::Token& token : word.tokens)
                if (token.shown.size() == 1 && token.readings.size() == 1)
                    read_as[token.shown.begin] = token.readings.front().lexical;
    std::string key;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const auto reading = read_as.find(at);
        if (is_hanzi(name[at]) && reading != read_as.end()) {
            key += " " + reading->second.pinyin() + " ";
        } else {
            key += to_utf8(name.substr(at, 1));
        }
    }
    return key;
}

}  // namespace tingdu::prepare
