// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/core/scalarcodecs.h"

const Codec *scalarCodec(QMetaType type)
{
    static const CodecRegistry registry = [] {
        CodecRegistry made;
        addNumberCodecs(made);
        addTextCodecs(made);
        addJsonCodecs(made);
        return made;
    }();
    const auto found = registry.constFind(type);
    return found == registry.constEnd() ? nullptr : found->get();
}
