#include "kiosk/base/sentences.h"

#include <string_view>

namespace tingdu {
namespace {

struct Wording {
    std::string_view chinese;
    std::string_view english;
};

// {} stands for the subject; the detail follows where there is one.
Wording wording_of(Fault fault) {
    switch (fault) {
        case Fault::missing:
            return {"找不到“{}”，请看看名字和位置对不对。", "“{}” is not there; please check its name and place."};
        case Fault::unreadable:
            return {"“{}”读不出来，请检查它的权限，或换一个存储设备再试。",
                    "“{}” cannot be read; please check its permissions or try another drive."};
        case Fault::is_directory:
            return {"“{}”是一个文件夹，这里需要的是一个文件。", "“{}” is a folder; a file is needed here."};
        case Fault::not_directory:
            return {"“{}”不是文件夹，这里需要的是一个文件夹。", "“{}” is not a folder; a folder is needed here."};
        case Fault::empty:
            return {"“{}”里没有可以读的文字。", "There are no words to read in “{}”."};
        case Fault::too_large:
            return {"“{}”太大了，请分成几个小一些的文件。", "“{}” is too large; please split it into smaller files."};
        case Fault::binary:
            return {"“{}”不是文字文件，读不了；请换成文字、网页或 Word 文档。",
                    "“{}” is not a text and cannot be read; please use a text file, a web page or a Word document."};
        case Fault::kind_not_taken:
            return {"“{}”这种文件读不了，请另存为 .docx、.txt 或网页再试。",
                    "“{}” is a kind of file that cannot be read; please save it as .docx, .txt or a web page."};
        case Fault::damaged:
            return {"“{}”损坏了，打不开；请从原来的地方再拷贝一次。",
                    "“{}” is damaged and cannot be opened; please copy it again from where it came."};
        case Fault::unwritable:
            return {"“{}”写不进去，请检查权限和剩余空间。",
                    "“{}” cannot be written; please check its permissions and the free space."};
        case Fault::no_display:
            return {"没有可以用的屏幕，请接好屏幕再试。", "No screen can be opened; please connect one and try again."};
        case Fault::no_sound:
            return {"声音暂时出不来，文字还能看。", "There is no sound just now; the words are still here."};
        case Fault::no_voice:
            return {"朗读的声音打不开，请安装 espeak-ng-data。",
                    "The voice cannot be opened; please install espeak-ng-data."};
        case Fault::no_font:
            return {"字体“{}”打不开，请安装 fonts-noto-cjk。",
                    "The font “{}” cannot be opened; please install fonts-noto-cjk."};
        case Fault::no_lexicon:
            return {"普通话词典“{}”打不开，请重新安装听读。",
                    "The Mandarin lexicon “{}” cannot be opened; please install Tingdu again."};
        case Fault::bad_setting:
            return {"设置“{}”的值不对。", "The setting “{}” has a value that is not allowed."};
        case Fault::bad_step:
            return {"排练停在{}。", "The rehearsal stopped at {}."};
        case Fault::not_yet:
            return {"“{}”现在还不能用。", "“{}” cannot be used yet."};
    }
    return {"“{}”出了问题。", "Something is wrong with “{}”."};
}

}  // namespace

std::string sentence(const Error& error, Language language) {
    const Wording wording = wording_of(error.fault);
    std::string text(language == Language::mandarin ? wording.chinese : wording.english);
    if (const auto gap = text.find("{}"); gap != std::string::npos) text.replace(gap, 2, error.subject);
    if (error.detail.empty()) return text;
    const auto stop = text.rfind(language == Language::mandarin ? "。" : ".");
    return text.substr(0, stop) + (language == Language::mandarin ? "：" : ": ") + error.detail + text.substr(stop);
}

}  // namespace tingdu
