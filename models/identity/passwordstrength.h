// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

/// The strength of a password, estimated by zxcvbn (Wheeler, USENIX Security 2016).
class PasswordStrength
{
    Q_GADGET
    Q_CLASSINFO("score.doc", "0 to 4. The steps are at 10^3, 10^6, 10^8, and 10^10 guesses.")
    Q_CLASSINFO("crackTime.doc",
                "Estimated time to crack in seconds, at 10,000 guesses per second (a stolen, slow hash).")
    Q_CLASSINFO("feedback.doc",
                "Codes of the weaknesses, to be shown as text by the caller: `too_short`, `common`, `personal`, "
                "`repeats`, `sequence`, `keyboard`, `date`, `add_words`.")
    Q_PROPERTY(int score MEMBER score DESIGNABLE false)
    Q_PROPERTY(Level strength MEMBER strength DESIGNABLE false)
    Q_PROPERTY(double crackTime MEMBER crackTime DESIGNABLE false)
    Q_PROPERTY(QStringList feedback MEMBER feedback DESIGNABLE false)

public:
    enum class Level { VeryWeak, Weak, Fair, Strong, VeryStrong };
    Q_ENUM(Level)

    int score = 0;
    Level strength = Level::VeryWeak;
    double crackTime = 0;
    QStringList feedback;
};
