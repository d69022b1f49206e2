// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// Names the languages of the portal.
QtObject {
    // The name of a language in itself.
    function text(code) {
        return { en: "English", de: "Deutsch", zh_CN: "简体中文", ar: "العربية" }[code] ?? code
    }

    // The English name, by which the command palette finds a language.
    function word(code) {
        return { en: "english", de: "german", zh_CN: "chinese", ar: "arabic" }[code] ?? code
    }
}
