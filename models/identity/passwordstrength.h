// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

/// How long a password would hold, as zxcvbn (Wheeler, USENIX Security 2016) estimates it.
class PasswordStrength
{
    Q_GADGET
    Q_CLASSINFO("score.doc", "0 to 4, by the guesses needed: 10^3, 10^6, 10^8, 10^10.")
    Q_CLASSINFO("crackTime.doc", "Seconds, at ten thousand guesses a second: a stolen, slow hash.")
    Q_CLASSINFO("feedback.doc",
                "Codes of what makes it weak, for the caller to put into words: `too_short`, `common`, `personal`, "
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
