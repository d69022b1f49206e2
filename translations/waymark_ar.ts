<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>The changes to your profile are not saved.</source>
        <translation>لم تُحفظ التغييرات في ملفك الشخصي.</translation>
    </message>
    <message>
        <source>Your password is not changed yet.</source>
        <translation>لم تُغيَّر كلمة المرور بعد.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Plans and orders</source>
        <translation>الخطط والطلبيات</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>الملف الشخصي</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>الأمان</translation>
    </message>
    <message>
        <source>Support access</source>
        <translation>وصول الدعم</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>النشاط</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>البيانات</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts and servers</source>
        <translation>الحسابات والخوادم</translation>
    </message>
    <message>
        <source>Enter an address such as https://waymark.example.org.</source>
        <translation>أدخل عنوانًا مثل https://waymark.example.org.</translation>
    </message>
    <message>
        <source>Remove an account first: no more fit in the list.</source>
        <translation>أزِل حسابًا أولًا: القائمة ممتلئة.</translation>
    </message>
    <message>
        <source>You stay signed in to each account until you sign out or remove it.</source>
        <translation>تبقى مسجّل الدخول إلى كل حساب حتى تسجّل الخروج أو تزيله.</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>لم يُسجَّل الدخول</translation>
    </message>
    <message>
        <source>This portal’s server: %1</source>
        <translation>خادم هذه البوابة: %1</translation>
    </message>
    <message>
        <source>current</source>
        <translation>الحالي</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Open %1 on %2</source>
        <translation>فتح %1 على %2</translation>
    </message>
    <message>
        <source>Remove %1 on %2</source>
        <translation>إزالة %1 على %2</translation>
    </message>
    <message>
        <source>Sign out and remove</source>
        <translation>تسجيل الخروج والإزالة</translation>
    </message>
    <message>
        <source>Server of another account</source>
        <translation>خادم حساب آخر</translation>
    </message>
    <message>
        <source>Leave this empty for another account on this portal’s own server.</source>
        <translation>اتركه فارغًا لإضافة حساب آخر على خادم هذه البوابة نفسه.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>إضافة حساب</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n غير مقروء</numerusform>
            <numerusform>%n غير مقروء</numerusform>
            <numerusform>%n غير مقروء</numerusform>
            <numerusform>%n غير مقروء</numerusform>
            <numerusform>%n غير مقروء</numerusform>
            <numerusform>%n غير مقروء</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>Show</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>No matching activity</source>
        <translation>لا يوجد نشاط مطابق</translation>
    </message>
    <message>
        <source>Sign-ins, changes to keys and roles, and every access by support staff are recorded here.</source>
        <translation>تُسجَّل هنا عمليات تسجيل الدخول وتغييرات المفاتيح والأدوار وكل وصول من موظفي الدعم.</translation>
    </message>
    <message>
        <source>%1 (support)</source>
        <translation>⁨%1⁩ (الدعم)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>تصدير بتنسيق CSV</translation>
    </message>
</context>
<context>
    <name>AddCameraDialog</name>
    <message>
        <source>Add camera</source>
        <translation>إضافة كاميرا</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>الباب الأمامي</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>User name (optional)</source>
        <translation>اسم المستخدم (اختياري)</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>كلمة المرور (اختيارية)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>إضافة</translation>
    </message>
    <message>
        <source>Waymark records the camera continuously. Recordings are kept as long as your plan and the server allow; the oldest are deleted first. You can change both in the camera&apos;s settings.</source>
        <translation>يسجّل Waymark الكاميرا باستمرار. تُحفظ التسجيلات ما دامت خطتك والخادم يسمحان بذلك، ويُحذف أقدمها أولًا. يمكن تغيير الأمرين في إعدادات الكاميرا.</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Street and number</source>
        <translation>الشارع والرقم</translation>
    </message>
    <message>
        <source>Address line 2</source>
        <translation>سطر العنوان 2</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>الرمز البريدي</translation>
    </message>
    <message>
        <source>City</source>
        <translation>المدينة</translation>
    </message>
    <message>
        <source>State or region</source>
        <translation>الولاية أو المنطقة</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>البلد</translation>
    </message>
    <message>
        <source>Two-letter code, such as DE or CN</source>
        <translation>رمز من حرفين، مثل DE أو CN</translation>
    </message>
</context>
<context>
    <name>AnalysisForm</name>
    <message>
        <source>Objects</source>
        <translation>الأجسام</translation>
    </message>
    <message>
        <source>Always look for objects</source>
        <translation>البحث دائمًا عن الأجسام</translation>
    </message>
    <message>
        <source>People, vehicles, and animals are found even if the rule doesn&apos;t ask for them. You can then try new rules on the past. While something moves, this takes up to half a processor core of the server.</source>
        <translation>يُعثر على الأشخاص والمركبات والحيوانات حتى إن لم تطلبها القاعدة. يمكنك عندئذٍ تجربة قواعد جديدة على الماضي. ما دام هناك شيء يتحرك، يستهلك ذلك حتى نصف نواة معالج من الخادم.</translation>
    </message>
    <message>
        <source>This server can&apos;t find objects now. Ask its administrator.</source>
        <translation>لا يستطيع هذا الخادم العثور على أجسام الآن. اسأل مسؤوله.</translation>
    </message>
</context>
<context>
    <name>AppErrorsCard</name>
    <message>
        <source>Errors</source>
        <translation>الأخطاء</translation>
    </message>
    <message>
        <source>Failed calls in the last 24 hours, by code</source>
        <translation>الاستدعاءات الفاشلة في آخر 24 ساعة، حسب الرمز</translation>
    </message>
    <message>
        <source>No call has failed in the last 24 hours.</source>
        <translation>لم يفشل أي استدعاء في آخر 24 ساعة.</translation>
    </message>
    <message numerus="yes">
        <source>%n call(s)</source>
        <translation>
            <numerusform>لا استدعاءات</numerusform>
            <numerusform>استدعاء واحد</numerusform>
            <numerusform>استدعاءان</numerusform>
            <numerusform>%n استدعاءات</numerusform>
            <numerusform>%n استدعاءً</numerusform>
            <numerusform>%n استدعاء</numerusform>
        </translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>آخر مرة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>شرح</translation>
    </message>
</context>
<context>
    <name>AppPage</name>
    <message>
        <source>The new key is shown only once. Copy it before you leave.</source>
        <translation>يظهر المفتاح الجديد مرة واحدة فقط. انسخه قبل أن تغادر.</translation>
    </message>
    <message>
        <source>The changes to this app are not saved.</source>
        <translation>لم تُحفظ التغييرات في هذا التطبيق.</translation>
    </message>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Today: %1 calls, %2 failed</source>
        <translation>اليوم: ⁨%1⁩ استدعاء، فشل منها ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 left until midnight UTC</source>
        <translation>بقي ⁨%1⁩ حتى منتصف الليل بتوقيت UTC</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
    <message>
        <source>Trial until %1, %2 calls per day</source>
        <translation>فترة تجريبية حتى ⁨%1⁩، ⁨%2⁩ استدعاء في اليوم</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>مُشترى</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>إلغاء التنشيط</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>تنشيط</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>معرّف التطبيق</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>الاستخدام</translation>
    </message>
    <message>
        <source>No calls in the last 30 days. New calls appear here within seconds.</source>
        <translation>لا استدعاءات في آخر 30 يومًا. تظهر الاستدعاءات الجديدة هنا خلال ثوانٍ.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Delete app</source>
        <translation>حذف التطبيق</translation>
    </message>
    <message>
        <source>The app&apos;s keys stop working, and everyone who uses the app is signed out. To permanently delete the app, enter its name.</source>
        <translation>ستتوقف مفاتيح التطبيق عن العمل، وسيُسجَّل خروج كل من يستخدمه. لحذف التطبيق نهائيًا، أدخل اسمه.</translation>
    </message>
    <message>
        <source>App name</source>
        <translation>اسم التطبيق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Redirect URIs, one per line</source>
        <translation>عناوين URI لإعادة التوجيه، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Web origins, one per line</source>
        <translation>مصادر الويب (origins)، واحد في كل سطر</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>تصدير بتنسيق CSV</translation>
    </message>
</context>
<context>
    <name>AppsPage</name>
    <message>
        <source>Build</source>
        <translation>التطوير</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>تحليل وجه</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>تطبيق جديد</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>API reference</source>
        <translation>مرجع API</translation>
    </message>
    <message>
        <source>No apps yet</source>
        <translation>لا تطبيقات بعد</translation>
    </message>
    <message>
        <source>Register your first app to get an app ID and a key. Your app uses them to call the API.</source>
        <translation>سجّل أول تطبيق لك لتحصل على معرّف تطبيق ومفتاح. يستخدمهما تطبيقك لاستدعاء واجهة API.</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>All activity</source>
        <translation>كل الأنشطة</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>تم تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>فشل تسجيل الدخول</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>تم تسجيل الخروج</translation>
    </message>
    <message>
        <source>Signed out everywhere</source>
        <translation>تم تسجيل الخروج من كل مكان</translation>
    </message>
    <message>
        <source>Two-factor sign-in switched on</source>
        <translation>فُعِّل الدخول بخطوتين</translation>
    </message>
    <message>
        <source>Two-factor sign-in switched off</source>
        <translation>أُوقف الدخول بخطوتين</translation>
    </message>
    <message>
        <source>Recovery codes created</source>
        <translation>أُنشئت رموز الاسترداد</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>استُخدم رمز استرداد</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>انتهت الجلسة</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>تغيّرت كلمة المرور</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>أعيد تعيين كلمة المرور</translation>
    </message>
    <message>
        <source>Account registered</source>
        <translation>سُجِّل الحساب</translation>
    </message>
    <message>
        <source>Address verified</source>
        <translation>تم التحقق من العنوان</translation>
    </message>
    <message>
        <source>Account details changed</source>
        <translation>تغيّرت بيانات الحساب</translation>
    </message>
    <message>
        <source>Account status changed</source>
        <translation>تغيّرت حالة الحساب</translation>
    </message>
    <message>
        <source>User created</source>
        <translation>أُنشئ المستخدم</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>تغيّر الدور</translation>
    </message>
    <message>
        <source>App created</source>
        <translation>أُنشئ التطبيق</translation>
    </message>
    <message>
        <source>App changed</source>
        <translation>تغيّر التطبيق</translation>
    </message>
    <message>
        <source>App status changed</source>
        <translation>تغيّرت حالة التطبيق</translation>
    </message>
    <message>
        <source>App deleted</source>
        <translation>حُذف التطبيق</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>استُبدل المفتاح</translation>
    </message>
    <message>
        <source>Signing key rotated</source>
        <translation>استُبدل مفتاح التوقيع</translation>
    </message>
    <message>
        <source>One-time token created</source>
        <translation>أُنشئ رمز لمرة واحدة</translation>
    </message>
    <message>
        <source>App access allowed</source>
        <translation>سُمح بوصول التطبيق</translation>
    </message>
    <message>
        <source>App access revoked</source>
        <translation>سُحب وصول التطبيق</translation>
    </message>
    <message>
        <source>Sign-in method linked</source>
        <translation>رُبطت طريقة تسجيل دخول</translation>
    </message>
    <message>
        <source>Sign-in method unlinked</source>
        <translation>أُلغي ربط طريقة تسجيل دخول</translation>
    </message>
    <message>
        <source>Support access granted</source>
        <translation>مُنح وصول الدعم</translation>
    </message>
    <message>
        <source>Support access ended</source>
        <translation>انتهى وصول الدعم</translation>
    </message>
    <message>
        <source>Support search</source>
        <translation>بحث من الدعم</translation>
    </message>
    <message>
        <source>Support view</source>
        <translation>اطلاع من الدعم</translation>
    </message>
    <message>
        <source>Share created</source>
        <translation>أُنشئت مشاركة</translation>
    </message>
    <message>
        <source>Share ended</source>
        <translation>انتهت مشاركة</translation>
    </message>
    <message>
        <source>Recording deleted</source>
        <translation>حُذف تسجيل</translation>
    </message>
    <message>
        <source>Data exported</source>
        <translation>صُدِّرت البيانات</translation>
    </message>
    <message>
        <source>Account deletion scheduled</source>
        <translation>جُدول حذف الحساب</translation>
    </message>
    <message>
        <source>Account deletion canceled</source>
        <translation>أُلغي حذف الحساب</translation>
    </message>
    <message>
        <source>Account deleted</source>
        <translation>حُذف الحساب</translation>
    </message>
    <message>
        <source>Security key added</source>
        <translation>أُضيف مفتاح أمان</translation>
    </message>
    <message>
        <source>Security key renamed</source>
        <translation>أُعيدت تسمية مفتاح أمان</translation>
    </message>
    <message>
        <source>Security key removed</source>
        <translation>أُزيل مفتاح أمان</translation>
    </message>
    <message>
        <source>Security key refused</source>
        <translation>رُفض مفتاح أمان</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>سلة المحذوفات</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>تمت استعادة ⁨%1⁩</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>الصور ومقاطع الفيديو</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>سلة المحذوفات فارغة</translation>
    </message>
    <message>
        <source>Deleted items stay here for 30 days.</source>
        <translation>تبقى العناصر المحذوفة هنا 30 يومًا.</translation>
    </message>
    <message>
        <source>Deleted %1, permanently deleted on %2</source>
        <translation>حُذف ⁨%1⁩، ويُحذف نهائيًا في ⁨%2⁩</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
</context>
<context>
    <name>BoxedPicture</name>
    <message>
        <source>Snapshot</source>
        <translation>لقطة</translation>
    </message>
    <message>
        <source>Can&apos;t show the image.</source>
        <translation>تعذّر عرض الصورة.</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Actions for the selected marks</source>
        <translation>إجراءات العلامات المحددة</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>لا شيء محدد</numerusform>
            <numerusform>علامة محددة</numerusform>
            <numerusform>علامتان محددتان</numerusform>
            <numerusform>%n علامات محددة</numerusform>
            <numerusform>%n علامة محددة</numerusform>
            <numerusform>%n علامة محددة</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Export clips</source>
        <translation>تصدير المقاطع</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>مشاركة</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Esc</source>
        <comment>a key</comment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
</context>
<context>
    <name>CameraDrawer</name>
    <message>
        <source>Discard changes?</source>
        <translation>هل تريد تجاهل التغييرات؟</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>لم يُحفظ ما أدخلته.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>متابعة التحرير</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>الاتصال</translation>
    </message>
    <message>
        <source>Zones and rule</source>
        <translation>المناطق والقاعدة</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>No zones yet. Rules apply to the whole picture.</source>
        <translation>لا مناطق بعد. تنطبق القواعد على الصورة كلها.</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Draw zones</source>
        <translation>رسم المناطق</translation>
    </message>
    <message>
        <source>Sharing</source>
        <translation>المشاركة</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>مشاركة…</translation>
    </message>
    <message>
        <source>Delete camera</source>
        <translation>حذف الكاميرا</translation>
    </message>
    <message numerus="yes">
        <source>%n unsaved change(s)</source>
        <translation>
            <numerusform>لا تغييرات غير محفوظة</numerusform>
            <numerusform>تغيير واحد غير محفوظ</numerusform>
            <numerusform>تغييران غير محفوظين</numerusform>
            <numerusform>%n تغييرات غير محفوظة</numerusform>
            <numerusform>%n تغييرًا غير محفوظ</numerusform>
            <numerusform>%n تغيير غير محفوظ</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>CameraLoadsCard</name>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصلة</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصلة</translation>
    </message>
    <message>
        <source>With an error</source>
        <translation>بها خطأ</translation>
    </message>
    <message>
        <source>Images searched for objects</source>
        <translation>الصور التي فُحصت بحثًا عن أجسام</translation>
    </message>
    <message>
        <source>%1 searched</source>
        <translation>فُحصت ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 skipped (%2)</source>
        <translation>تُجووزت ⁨%1⁩ (⁨%2⁩)</translation>
    </message>
    <message>
        <source>none skipped</source>
        <translation>لم تُتجاوز أي صورة</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>لا تُسجَّل</translation>
    </message>
    <message numerus="yes">
        <source>disk too slow %n time(s)</source>
        <translation>
            <numerusform>لم يكن القرص بطيئًا</numerusform>
            <numerusform>القرص بطيء مرة واحدة</numerusform>
            <numerusform>القرص بطيء مرتين</numerusform>
            <numerusform>القرص بطيء %n مرات</numerusform>
            <numerusform>القرص بطيء %n مرة</numerusform>
            <numerusform>القرص بطيء %n مرة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CameraMenu</name>
    <message>
        <source>Share…</source>
        <translation>مشاركة…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>الإعدادات…</translation>
    </message>
    <message>
        <source>Move to “%1”</source>
        <translation>نقل إلى «⁨%1⁩»</translation>
    </message>
    <message>
        <source>Remove from group</source>
        <translation>إزالة من المجموعة</translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Delete this camera?</source>
        <translation>هل تريد حذف هذه الكاميرا؟</translation>
    </message>
    <message>
        <source>The camera moves to the bin. Waymark stops watching and recording it.</source>
        <translation>ستُنقل الكاميرا إلى سلة المحذوفات، ويتوقف Waymark عن مراقبتها وتسجيلها.</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Full quality</source>
        <translation>الجودة الكاملة</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>مشاركة من</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>⁨%1⁩ إطار/ث</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>الطراز</translation>
    </message>
    <message>
        <source>Save a snapshot</source>
        <translation>حفظ لقطة</translation>
    </message>
    <message>
        <source>Save a snapshot (S)</source>
        <translation>حفظ لقطة (S)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>ملء الشاشة (F)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>تم حفظ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Can&apos;t save the snapshot: %1</source>
        <translation>تعذّر حفظ اللقطة: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>CameraSection</name>
    <message>
        <source>Shared by %1 until %2</source>
        <translation>مشاركة من ⁨%1⁩ حتى ⁨%2⁩</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>مشاركة من ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>CameraTile</name>
    <message>
        <source>Actions for %1</source>
        <translation>إجراءات ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>CameraWords</name>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Not reachable: check the address and that the camera is on</source>
        <translation>يتعذّر الوصول: تحقق من العنوان ومن أن الكاميرا قيد التشغيل</translation>
    </message>
    <message>
        <source>Connection refused: check the address and that the camera is on</source>
        <translation>رُفض الاتصال: تحقق من العنوان ومن أن الكاميرا قيد التشغيل</translation>
    </message>
    <message>
        <source>Wrong credentials: check the user name and the password</source>
        <translation>بيانات الدخول خاطئة: تحقق من اسم المستخدم وكلمة المرور</translation>
    </message>
    <message>
        <source>Not a stream: check the path and the format</source>
        <translation>ليس بثًا: تحقق من المسار والتنسيق</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>متصلة</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصلة</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>No new images</source>
        <translation>لا صور جديدة</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروفة</translation>
    </message>
</context>
<context>
    <name>CamerasPage</name>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>سلة المحذوفات</translation>
    </message>
    <message>
        <source>Show as grid</source>
        <translation>عرض كشبكة</translation>
    </message>
    <message>
        <source>Show as list</source>
        <translation>عرض كقائمة</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>إضافة كاميرا</translation>
    </message>
    <message>
        <source>Delete this group?</source>
        <translation>هل تريد حذف هذه المجموعة؟</translation>
    </message>
    <message>
        <source>The group&apos;s cameras are kept and become ungrouped. People you shared the group with lose access.</source>
        <translation>تبقى كاميرات المجموعة وتصبح بلا مجموعة، ويفقد من شاركت المجموعة معهم إمكانية الوصول.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>لا كاميرات بعد</translation>
    </message>
    <message>
        <source>Add a camera by its RTSP address. Its video appears here in a moment.</source>
        <translation>أضف كاميرا بعنوان RTSP الخاص بها، وسيظهر بثها هنا بعد لحظات.</translation>
    </message>
    <message>
        <source>Ungrouped</source>
        <translation>بلا مجموعة</translation>
    </message>
    <message>
        <source>This group has no cameras. Move a camera here from its menu.</source>
        <translation>لا توجد كاميرات في هذه المجموعة. انقل كاميرا إليها من قائمة الكاميرا.</translation>
    </message>
    <message>
        <source>Share group %1</source>
        <translation>مشاركة المجموعة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Edit group %1</source>
        <translation>تحرير المجموعة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Delete group %1</source>
        <translation>حذف المجموعة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Shared with me</source>
        <translation>مشتركة معي</translation>
    </message>
    <message>
        <source>Can&apos;t load cameras shared with you: %1</source>
        <translation>تعذّر تحميل الكاميرات المشتركة معك: ⁨%1⁩</translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>لا كاميرات</numerusform>
            <numerusform>كاميرا واحدة</numerusform>
            <numerusform>كاميرتان</numerusform>
            <numerusform>%n كاميرات</numerusform>
            <numerusform>%n كاميرا</numerusform>
            <numerusform>%n كاميرا</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 online</source>
        <translation>⁨%1⁩، المتصلة ⁨%2⁩</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>احتواء</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>ملء</translation>
    </message>
</context>
<context>
    <name>CaptureWords</name>
    <message>
        <source>Off</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Continuous</source>
        <translation>مستمر</translation>
    </message>
    <message>
        <source>On mark</source>
        <translation>عند علامة</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>الجدول الزمني</translation>
    </message>
</context>
<context>
    <name>ChannelDialog</name>
    <message>
        <source>Edit channel</source>
        <translation>تحرير القناة</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>قناة جديدة</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>My app</source>
        <translation>تطبيقي</translation>
    </message>
    <message>
        <source>My email</source>
        <translation>بريدي الإلكتروني</translation>
    </message>
    <message>
        <source>URL</source>
        <translation>URL</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Requests are signed according to the Standard Webhooks specification.</source>
        <translation>تُوقَّع الطلبات وفق مواصفة Standard Webhooks.</translation>
    </message>
    <message>
        <source>Must belong to a user of this account.</source>
        <translation>يجب أن يعود إلى مستخدم في هذا الحساب.</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>كل الأحداث</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>كل الكاميرات</translation>
    </message>
    <message>
        <source>Quiet hours (notifications are delivered afterwards)</source>
        <translation>ساعات الهدوء (تُسلَّم الإشعارات بعدها)</translation>
    </message>
    <message>
        <source>from</source>
        <comment>a time of the day</comment>
        <translation>من</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time of the day</comment>
        <translation>إلى</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>New secret…</source>
        <translation>سر جديد…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>ChannelsPanel</name>
    <message>
        <source>No channels yet</source>
        <translation>لا قنوات بعد</translation>
    </message>
    <message>
        <source>Add a channel to receive notifications by email, or to send them to your program as signed webhooks.</source>
        <translation>أضف قناة لتلقي الإشعارات بالبريد الإلكتروني، أو لإرسالها إلى برنامجك في صورة webhooks موقّعة.</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>إضافة قناة</translation>
    </message>
    <message numerus="yes">
        <source>%n event type(s)</source>
        <translation>
            <numerusform>لا أنواع أحداث</numerusform>
            <numerusform>نوع حدث واحد</numerusform>
            <numerusform>نوعا أحداث</numerusform>
            <numerusform>%n أنواع أحداث</numerusform>
            <numerusform>%n نوع أحداث</numerusform>
            <numerusform>%n نوع أحداث</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n camera(s)</source>
        <translation>
            <numerusform>لا كاميرات</numerusform>
            <numerusform>كاميرا واحدة</numerusform>
            <numerusform>كاميرتان</numerusform>
            <numerusform>%n كاميرات</numerusform>
            <numerusform>%n كاميرا</numerusform>
            <numerusform>%n كاميرا</numerusform>
        </translation>
    </message>
    <message>
        <source>quiet hours %1 to %2</source>
        <translation>هدوء من ⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>Turned off: %1</source>
        <translation>متوقفة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>إرسال اختبار</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>عمليات التسليم</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Turn on</source>
        <translation>تفعيل</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>ClauseFields</name>
    <message>
        <source>motion is detected</source>
        <translation>يتم رصد حركة</translation>
    </message>
    <message>
        <source>a face is detected</source>
        <translation>يتم رصد وجه</translation>
    </message>
    <message>
        <source>the camera is covered</source>
        <translation>تُحجب الكاميرا</translation>
    </message>
    <message>
        <source>the stream is lost</source>
        <translation>ينقطع البث</translation>
    </message>
    <message>
        <source>an object is detected</source>
        <translation>يتم رصد جسم</translation>
    </message>
    <message>
        <source>the camera is moved</source>
        <translation>تُحرَّك الكاميرا</translation>
    </message>
    <message>
        <source>several objects are present</source>
        <translation>توجد عدة أجسام</translation>
    </message>
    <message>
        <source>no object is present</source>
        <translation>لا يوجد أي جسم</translation>
    </message>
    <message>
        <source>zones are passed in order</source>
        <translation>يتم المرور بالمناطق بالترتيب</translation>
    </message>
    <message>
        <source>a line is crossed</source>
        <translation>يتم عبور خط</translation>
    </message>
    <message>
        <source>something stays</source>
        <translation>يبقى شيء</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>zone, camera</comment>
        <translation>‏⁨%1⁩ (⁨%2⁩)</translation>
    </message>
    <message>
        <source>all watched areas</source>
        <translation>كل المناطق المراقَبة</translation>
    </message>
    <message>
        <source>in</source>
        <comment>a zone</comment>
        <translation>في</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Remove from the order</source>
        <translation>إزالة من الترتيب</translation>
    </message>
    <message>
        <source>then</source>
        <comment>another zone</comment>
        <translation>ثم</translation>
    </message>
    <message>
        <source>Zone %1</source>
        <translation>المنطقة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Add a zone to the order</source>
        <translation>إضافة منطقة إلى الترتيب</translation>
    </message>
    <message>
        <source>add a zone</source>
        <translation>إضافة منطقة</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>الجسم</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>الحساسية</translation>
    </message>
    <message>
        <source>small objects</source>
        <translation>أجسام صغيرة</translation>
    </message>
    <message>
        <source>person-sized objects</source>
        <translation>أجسام بحجم شخص</translation>
    </message>
    <message>
        <source>large objects</source>
        <translation>أجسام كبيرة</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>in both directions</source>
        <translation>في كلا الاتجاهين</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>نحو اليسار</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>نحو اليمين</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>التعبير</translation>
    </message>
    <message>
        <source>any expression</source>
        <translation>أي تعبير</translation>
    </message>
    <message>
        <source>within %1 s</source>
        <translation>خلال ⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>for %1 s</source>
        <translation>لمدة ⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Number of objects</source>
        <translation>عدد الأجسام</translation>
    </message>
    <message>
        <source>at least %1</source>
        <comment>objects</comment>
        <translation>⁨%1⁩ على الأقل</translation>
    </message>
    <message>
        <source>Largest moving area</source>
        <translation>أكبر مساحة متحركة</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>درجة الثقة</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Number of faces</source>
        <translation>عدد الوجوه</translation>
    </message>
    <message numerus="yes">
        <source>at least %n face(s)</source>
        <translation>
            <numerusform>لا وجوه (%n)</numerusform>
            <numerusform>وجه واحد على الأقل (%n)</numerusform>
            <numerusform>وجهان على الأقل (%n)</numerusform>
            <numerusform>%n وجوه على الأقل</numerusform>
            <numerusform>%n وجهًا على الأقل</numerusform>
            <numerusform>%n وجه على الأقل</numerusform>
        </translation>
    </message>
    <message>
        <source>of any size</source>
        <translation>بأي حجم</translation>
    </message>
    <message>
        <source>largest area at least %1</source>
        <translation>أكبر مساحة ⁨%1⁩ على الأقل</translation>
    </message>
    <message>
        <source>at least %1 of the image</source>
        <translation>⁨%1⁩ من الصورة على الأقل</translation>
    </message>
    <message>
        <source>confidence at least %1</source>
        <translation>درجة الثقة ⁨%1⁩ على الأقل</translation>
    </message>
</context>
<context>
    <name>ClipExport</name>
    <message>
        <source>Saved %1</source>
        <translation>تم حفظ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>مقاطع الفيديو</translation>
    </message>
    <message>
        <source>Exporting: %1%</source>
        <translation>جارٍ التصدير: %1%</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>جارٍ التصدير…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>ClipModel</name>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>تعذّرت كتابة الملف: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Nothing was recorded at this time.</source>
        <translation>لم يُسجَّل شيء في هذا الوقت.</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>الإجراءات</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبيات</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>Pages, cameras, marks, apps, actions</source>
        <translation>صفحات وكاميرات وعلامات وتطبيقات وإجراءات</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>النتائج</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>a key</comment>
        <translation>أعلى</translation>
    </message>
    <message>
        <source>Down</source>
        <comment>a key</comment>
        <translation>أسفل</translation>
    </message>
    <message>
        <source>move</source>
        <translation>تنقّل</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next group</source>
        <translation>المجموعة التالية</translation>
    </message>
    <message>
        <source>&gt; actions, @ cameras, # IDs. Searches of accounts are recorded.</source>
        <translation>&gt; للإجراءات، @ للكاميرات، # للمعرّفات. تُسجَّل عمليات البحث عن الحسابات.</translation>
    </message>
    <message>
        <source>&gt; actions, @ cameras, or a time such as 14:24</source>
        <translation>&gt; للإجراءات، @ للكاميرات، أو وقت مثل 14:24</translation>
    </message>
</context>
<context>
    <name>ConditionEnd</name>
    <message>
        <source>Add condition</source>
        <translation>إضافة شرط</translation>
    </message>
    <message>
        <source>Add group</source>
        <translation>إضافة مجموعة</translation>
    </message>
    <message>
        <source>A group can have at most %1 conditions.</source>
        <translation>يمكن أن تضم المجموعة ⁨%1⁩ شرطًا على الأكثر.</translation>
    </message>
    <message>
        <source>A rule can have at most %1 conditions, including groups and negations.</source>
        <translation>يمكن أن تضم القاعدة ⁨%1⁩ شرط على الأكثر، بما في ذلك المجموعات وحالات النفي.</translation>
    </message>
    <message>
        <source>Groups can&apos;t be nested more deeply.</source>
        <translation>لا يمكن تداخل المجموعات بعمق أكبر.</translation>
    </message>
</context>
<context>
    <name>ConditionGroup</name>
    <message>
        <source>Group of conditions</source>
        <translation>مجموعة شروط</translation>
    </message>
    <message>
        <source>Conditions that must be met</source>
        <translation>الشروط الواجب تحققها</translation>
    </message>
    <message>
        <source>any of these</source>
        <translation>أي مما يلي</translation>
    </message>
    <message>
        <source>all of these</source>
        <translation>كل ما يلي</translation>
    </message>
    <message>
        <source>none of these</source>
        <translation>لا شيء مما يلي</translation>
    </message>
    <message>
        <source>not all of these</source>
        <translation>ليس كل ما يلي</translation>
    </message>
    <message numerus="yes">
        <source>Show %n condition(s)</source>
        <translation>
            <numerusform>عرض %n شرط</numerusform>
            <numerusform>عرض شرط واحد (%n)</numerusform>
            <numerusform>عرض شرطين (%n)</numerusform>
            <numerusform>عرض %n شروط</numerusform>
            <numerusform>عرض %n شرطًا</numerusform>
            <numerusform>عرض %n شرط</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove group</source>
        <translation>إزالة المجموعة</translation>
    </message>
    <message>
        <source>More actions on the group</source>
        <translation>إجراءات أخرى للمجموعة</translation>
    </message>
</context>
<context>
    <name>ConditionList</name>
    <message>
        <source>A rule can have at most %1 conditions, including groups and negations.</source>
        <translation>يمكن أن تضم القاعدة ⁨%1⁩ شرط على الأكثر، بما في ذلك المجموعات وحالات النفي.</translation>
    </message>
    <message>
        <source>Groups can&apos;t be nested more deeply.</source>
        <translation>لا يمكن تداخل المجموعات بعمق أكبر.</translation>
    </message>
    <message>
        <source>Show all conditions</source>
        <translation>عرض كل الشروط</translation>
    </message>
</context>
<context>
    <name>ConditionMenu</name>
    <message>
        <source>Must be met</source>
        <translation>يجب أن يتحقق</translation>
    </message>
    <message>
        <source>Must not be met</source>
        <translation>يجب ألا يتحقق</translation>
    </message>
    <message>
        <source>Put into a new group</source>
        <translation>وضع في مجموعة جديدة</translation>
    </message>
    <message>
        <source>Move into the group above</source>
        <translation>نقل إلى المجموعة أعلاه</translation>
    </message>
    <message>
        <source>Move into the group below</source>
        <translation>نقل إلى المجموعة أدناه</translation>
    </message>
    <message>
        <source>Move out of this group</source>
        <translation>نقل خارج هذه المجموعة</translation>
    </message>
    <message>
        <source>Ungroup</source>
        <translation>فك التجميع</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>ConnectionForm</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>العنوان</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>دون تغيير</translation>
    </message>
    <message>
        <source>An address on another host or port needs the password again.</source>
        <translation>يتطلب العنوان على مضيف أو منفذ آخر إدخال كلمة المرور من جديد.</translation>
    </message>
    <message>
        <source>Testing the connection…</source>
        <translation>جارٍ اختبار الاتصال…</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>اختبار الاتصال</translation>
    </message>
    <message>
        <source>Connection works</source>
        <translation>الاتصال يعمل</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>لا اتصال</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration</comment>
        <translation>⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>Answered after</source>
        <translation>الاستجابة بعد</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>⁨%1⁩ م.ث</translation>
    </message>
    <message>
        <source>First key frame after</source>
        <translation>أول إطار رئيسي بعد</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>فيديو</translation>
    </message>
    <message>
        <source>%1 fps</source>
        <translation>⁨%1⁩ إطار/ث</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1 kHz</source>
        <translation>⁨%1⁩ ك.هـ</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>CsvFile</name>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>تعذّرت كتابة الملف: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>The data is larger than this server allows. Export it without recordings.</source>
        <translation>البيانات أكبر مما يسمح به هذا الخادم. صدّرها دون التسجيلات.</translation>
    </message>
    <message>
        <source>The disk of the server is full. Try again later.</source>
        <translation>قرص الخادم ممتلئ. أعد المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>The file could not be created. Try again later.</source>
        <translation>تعذّر إنشاء الملف. أعد المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>The export has started. An email tells you when the file is ready.</source>
        <translation>بدأ التصدير. ستصلك رسالة بريد إلكتروني عندما يصبح الملف جاهزًا.</translation>
    </message>
    <message>
        <source>The deletion is scheduled. You can still keep your account.</source>
        <translation>جُدول الحذف. ما زال بإمكانك الاحتفاظ بحسابك.</translation>
    </message>
    <message>
        <source>Your account is kept.</source>
        <translation>سيبقى حسابك.</translation>
    </message>
    <message>
        <source>Download your data</source>
        <translation>تنزيل بياناتك</translation>
    </message>
    <message>
        <source>Get a ZIP file with everything that your account holds, as JSON, with your photos, videos, marks, and recordings if you like. Passwords and keys are left out.</source>
        <translation>احصل على ملف ZIP يضم كل ما في حسابك بتنسيق JSON، مع صورك ومقاطع الفيديو والعلامات والتسجيلات إن أردت. لا يتضمن كلمات المرور والمفاتيح.</translation>
    </message>
    <message>
        <source>The file is being created. You can leave this page.</source>
        <translation>جارٍ إنشاء الملف. يمكنك مغادرة هذه الصفحة.</translation>
    </message>
    <message>
        <source>%1, available until %2.</source>
        <translation>⁨%1⁩، متاح حتى ⁨%2⁩.</translation>
    </message>
    <message numerus="yes">
        <source>%n media file(s) could not be read. The file missing.json lists them.</source>
        <translation>
            <numerusform>قُرئت كل ملفات الوسائط.</numerusform>
            <numerusform>تعذّرت قراءة ملف وسائط واحد، وهو مدرج في الملف missing.json.</numerusform>
            <numerusform>تعذّرت قراءة ملفي وسائط، وهما مدرجان في الملف missing.json.</numerusform>
            <numerusform>تعذّرت قراءة %n ملفات وسائط، وهي مدرجة في الملف missing.json.</numerusform>
            <numerusform>تعذّرت قراءة %n ملف وسائط، وهي مدرجة في الملف missing.json.</numerusform>
            <numerusform>تعذّرت قراءة %n ملف وسائط، وهي مدرجة في الملف missing.json.</numerusform>
        </translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Export again…</source>
        <translation>إعادة التصدير…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Delete file</source>
        <translation>حذف الملف</translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation>حذف الحساب</translation>
    </message>
    <message>
        <source>Deletes your account with all cameras, recordings, photos, videos, marks, apps, and settings. Paid orders and their receipts are kept, because the law requires it.</source>
        <translation>يحذف حسابك مع كل الكاميرات والتسجيلات والصور ومقاطع الفيديو والعلامات والتطبيقات والإعدادات. تُحفظ الطلبيات المدفوعة وإيصالاتها لأن القانون يشترط ذلك.</translation>
    </message>
    <message>
        <source>Your account will be deleted on %1. Until then, it works as before.</source>
        <translation>سيُحذف حسابك في ⁨%1⁩. حتى ذلك الحين يعمل كما كان.</translation>
    </message>
    <message>
        <source>Keep account</source>
        <translation>الاحتفاظ بالحساب</translation>
    </message>
    <message>
        <source>Delete account…</source>
        <translation>حذف الحساب…</translation>
    </message>
</context>
<context>
    <name>DayBar</name>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>اليوم السابق</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>اليوم التالي</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>لا شيء غير مقروء</numerusform>
            <numerusform>علامة غير مقروءة</numerusform>
            <numerusform>علامتان غير مقروءتين</numerusform>
            <numerusform>%n غير مقروءة</numerusform>
            <numerusform>%n غير مقروءة</numerusform>
            <numerusform>%n غير مقروءة</numerusform>
        </translation>
    </message>
    <message>
        <source>All days</source>
        <translation>كل الأيام</translation>
    </message>
</context>
<context>
    <name>DayStrip</name>
    <message>
        <source>Whole day</source>
        <translation>اليوم كله</translation>
    </message>
</context>
<context>
    <name>DayTimeline</name>
    <message>
        <source>No marks on this day</source>
        <translation>لا علامات في هذا اليوم</translation>
    </message>
    <message>
        <source>Only the first 1,000 marks of the day are shown.</source>
        <translation>تُعرض أول 1,000 علامة فقط في اليوم.</translation>
    </message>
</context>
<context>
    <name>DeliveriesPanel</name>
    <message>
        <source>All channels</source>
        <translation>كل القنوات</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>القناة</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Resend…</source>
        <translation>إعادة الإرسال…</translation>
    </message>
    <message>
        <source>No deliveries yet</source>
        <translation>لا عمليات تسليم بعد</translation>
    </message>
    <message>
        <source>Notifications sent through your channels are listed here, with each attempt and the content sent.</source>
        <translation>تُدرج هنا الإشعارات المرسلة عبر قنواتك، مع كل محاولة والمحتوى المرسل.</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>لا محاولات</numerusform>
            <numerusform>محاولة واحدة</numerusform>
            <numerusform>محاولتان</numerusform>
            <numerusform>%n محاولات</numerusform>
            <numerusform>%n محاولة</numerusform>
            <numerusform>%n محاولة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeliveryDialog</name>
    <message>
        <source>Delivery</source>
        <translation>التسليم</translation>
    </message>
    <message>
        <source>No attempts yet</source>
        <translation>لا محاولات بعد</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <translation>المحاولة ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>⁨%1⁩ م.ث</translation>
    </message>
    <message>
        <source>Content sent</source>
        <translation>المحتوى المرسل</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>إعادة الإرسال</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>DesktopNotices</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>DevicePage</name>
    <message>
        <source>Connect a device</source>
        <translation>توصيل جهاز</translation>
    </message>
    <message>
        <source>Enter the code of the device</source>
        <translation>أدخل رمز الجهاز</translation>
    </message>
    <message>
        <source>The device is connected</source>
        <translation>تم توصيل الجهاز</translation>
    </message>
    <message>
        <source>The device is not connected</source>
        <translation>لم يتم توصيل الجهاز</translation>
    </message>
    <message>
        <source>A device without a browser, such as a TV or a program in a terminal, shows a code of eight letters while it asks for access to your account.</source>
        <translation>يعرض الجهاز الذي لا يحتوي على متصفح، مثل تلفاز أو برنامج في طرفية، رمزًا من ثمانية أحرف بينما يطلب الوصول إلى حسابك.</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>%1 wants to use your account on a device</source>
        <translation>يريد %1 استخدام حسابك على جهاز</translation>
    </message>
    <message>
        <source>Developed by %1</source>
        <translation>من تطوير %1</translation>
    </message>
    <message>
        <source>A device that you do not see here will act for you. Approve only if a device of your own shows this code now. If somebody sent you the code, refuse.</source>
        <translation>سيتصرف جهاز لا تراه هنا نيابةً عنك. وافق فقط إذا كان جهاز تملكه يعرض هذا الرمز الآن. إذا أرسل إليك شخص ما الرمز، فارفض.</translation>
    </message>
    <message>
        <source>The device will be able to</source>
        <translation>سيتمكن الجهاز من</translation>
    </message>
    <message>
        <source>You can&apos;t grant anything that the device asks for.</source>
        <translation>لا يمكنك منح أي شيء مما يطلبه الجهاز.</translation>
    </message>
    <message>
        <source>You can revoke the access at any time under Account, Security. The code expires at %1.</source>
        <translation>يمكنك إلغاء الوصول في أي وقت ضمن الحساب، الأمان. تنتهي صلاحية الرمز في %1.</translation>
    </message>
    <message>
        <source>%1 continues on the device within a few seconds.</source>
        <translation>يتابع %1 على الجهاز خلال بضع ثوانٍ.</translation>
    </message>
    <message>
        <source>%1 got no access to your account.</source>
        <translation>لم يحصل %1 على حق الوصول إلى حسابك.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Connect another device</source>
        <translation>توصيل جهاز آخر</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>موافقة</translation>
    </message>
</context>
<context>
    <name>DeviceRequestModel</name>
    <message>
        <source>No device is waiting with this code. Check the code that the device shows.</source>
        <translation>لا يوجد جهاز ينتظر بهذا الرمز. تحقق من الرمز الذي يعرضه الجهاز.</translation>
    </message>
    <message>
        <source>This code has expired. Let the device show a new one.</source>
        <translation>انتهت صلاحية هذا الرمز. اطلب من الجهاز عرض رمز جديد.</translation>
    </message>
    <message>
        <source>This code was used already. Let the device show a new one.</source>
        <translation>تم استخدام هذا الرمز من قبل. اطلب من الجهاز عرض رمز جديد.</translation>
    </message>
</context>
<context>
    <name>DisconnectedNote</name>
    <message>
        <source>Can&apos;t reach the server. Trying again…</source>
        <translation>يتعذّر الوصول إلى الخادم. تجري إعادة المحاولة…</translation>
    </message>
    <message>
        <source>Connection lost at %1. Reconnecting…</source>
        <translation>انقطع الاتصال في ⁨%1⁩. تجري إعادة الاتصال…</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Language and theme</source>
        <translation>اللغة والسمة</translation>
    </message>
    <message>
        <source>Accounts and servers: %1</source>
        <translation>الحسابات والخوادم: %1</translation>
    </message>
</context>
<context>
    <name>EntranceForm</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>ExpectedMarksDialog</name>
    <message>
        <source>Expected marks of %1</source>
        <translation>العلامات المتوقعة من ⁨%1⁩</translation>
    </message>
    <message>
        <source>No marks are expected within the next hour.</source>
        <translation>لا تُتوقع علامات خلال الساعة القادمة.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 to %3, ±%n second(s)</source>
        <translation>
            <numerusform>⁨%1⁩: ⁨%2⁩ إلى ⁨%3⁩، ±%n ثانية</numerusform>
            <numerusform>⁨%1⁩: ⁨%2⁩ إلى ⁨%3⁩، ± ثانية واحدة</numerusform>
            <numerusform>⁨%1⁩: ⁨%2⁩ إلى ⁨%3⁩، ± ثانيتين</numerusform>
            <numerusform>⁨%1⁩: ⁨%2⁩ إلى ⁨%3⁩، ±%n ثوانٍ</numerusform>
            <numerusform>⁨%1⁩: ⁨%2⁩ إلى ⁨%3⁩، ±%n ثانية</numerusform>
            <numerusform>⁨%1⁩: ⁨%2⁩ إلى ⁨%3⁩، ±%n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>FaceNames</name>
    <message>
        <source>Neutral</source>
        <translation>محايد</translation>
    </message>
    <message>
        <source>Happy</source>
        <translation>سعيد</translation>
    </message>
    <message>
        <source>Sad</source>
        <translation>حزين</translation>
    </message>
    <message>
        <source>Angry</source>
        <translation>غاضب</translation>
    </message>
    <message>
        <source>Fearful</source>
        <translation>خائف</translation>
    </message>
    <message>
        <source>Disgusted</source>
        <translation>مشمئز</translation>
    </message>
    <message>
        <source>Surprised</source>
        <translation>متفاجئ</translation>
    </message>
    <message>
        <source>Open, %1</source>
        <translation>مفتوحة، ⁨%1⁩</translation>
    </message>
    <message>
        <source>Closed, %1</source>
        <translation>مغلقة، ⁨%1⁩</translation>
    </message>
    <message>
        <source>Yes, %1</source>
        <translation>نعم، ⁨%1⁩</translation>
    </message>
    <message>
        <source>No, %1</source>
        <translation>لا، ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>FaceOverlay</name>
    <message numerus="yes">
        <source>Image with %n face(s)</source>
        <translation>
            <numerusform>صورة بلا وجوه</numerusform>
            <numerusform>صورة فيها وجه واحد</numerusform>
            <numerusform>صورة فيها وجهان</numerusform>
            <numerusform>صورة فيها %n وجوه</numerusform>
            <numerusform>صورة فيها %n وجهًا</numerusform>
            <numerusform>صورة فيها %n وجه</numerusform>
        </translation>
    </message>
    <message>
        <source>Face %1</source>
        <translation>الوجه ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>FacePanel</name>
    <message>
        <source>Face</source>
        <translation>وجه</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>درجة الثقة</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>الابتسامة</translation>
    </message>
    <message>
        <source>Left eye</source>
        <translation>العين اليسرى</translation>
    </message>
    <message>
        <source>Right eye</source>
        <translation>العين اليمنى</translation>
    </message>
    <message>
        <source>Head pose</source>
        <translation>وضعية الرأس</translation>
    </message>
    <message>
        <source>Yaw %1°, pitch %2°, roll %3°</source>
        <translation>الانعراج %1°، الميل %2°، الدوران %3°</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>السطوع</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>الحدة</translation>
    </message>
    <message>
        <source> (blurred)</source>
        <translation> (غير واضح)</translation>
    </message>
    <message>
        <source>This face is too small to analyze.</source>
        <translation>هذا الوجه أصغر من أن يُحلَّل.</translation>
    </message>
    <message>
        <source>Parts of this face could not be analyzed.</source>
        <translation>تعذّر تحليل أجزاء من هذا الوجه.</translation>
    </message>
</context>
<context>
    <name>FacesModel</name>
    <message>
        <source>Can&apos;t read this file.</source>
        <translation>تعذّرت قراءة هذا الملف.</translation>
    </message>
    <message>
        <source>This image is too large. The limit is 16 MB.</source>
        <translation>هذه الصورة كبيرة جدًا. الحد الأقصى 16 ميغابايت.</translation>
    </message>
    <message>
        <source>This file is not a JPEG, PNG, WebP, or BMP image.</source>
        <translation>هذا الملف ليس صورة JPEG أو PNG أو WebP أو BMP.</translation>
    </message>
    <message>
        <source>This image has too many pixels. The limit is 40 million.</source>
        <translation>عدد وحدات البكسل في هذه الصورة كبير جدًا. الحد الأقصى 40 مليونًا.</translation>
    </message>
    <message>
        <source>This image is too small. The minimum is 16 × 16 pixels.</source>
        <translation>هذه الصورة صغيرة جدًا. الحد الأدنى 16 × 16 بكسل.</translation>
    </message>
    <message>
        <source>This image is damaged.</source>
        <translation>هذه الصورة تالفة.</translation>
    </message>
    <message>
        <source>The server is busy analyzing other images. Try again in a moment.</source>
        <translation>الخادم مشغول بتحليل صور أخرى. أعد المحاولة بعد لحظات.</translation>
    </message>
</context>
<context>
    <name>FacesPage</name>
    <message>
        <source>Faces</source>
        <translation>الوجوه</translation>
    </message>
    <message>
        <source>Choose image</source>
        <translation>اختيار صورة</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>تحليل وجه</translation>
    </message>
    <message>
        <source>Drop an image here or choose a file. Waymark analyzes the image and does not store it.</source>
        <translation>أفلت صورة هنا أو اختر ملفًا. يحلل Waymark الصورة ولا يخزّنها.</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s)</source>
        <translation>
            <numerusform>لا وجوه</numerusform>
            <numerusform>وجه واحد</numerusform>
            <numerusform>وجهان</numerusform>
            <numerusform>%n وجوه</numerusform>
            <numerusform>%n وجهًا</numerusform>
            <numerusform>%n وجه</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>⁨%1⁩ م.ث</translation>
    </message>
    <message>
        <source>Face %1 of %2</source>
        <translation>الوجه ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>No faces found</source>
        <translation>لم يُعثر على وجوه</translation>
    </message>
    <message>
        <source>Faces must look toward the camera and be large enough.</source>
        <translation>يجب أن تكون الوجوه متجهة إلى الكاميرا وكبيرة بما يكفي.</translation>
    </message>
    <message>
        <source>Face analysis is not available on this server</source>
        <translation>تحليل الوجوه غير متاح على هذا الخادم</translation>
    </message>
    <message>
        <source>The face models are not installed. The server&apos;s administrator can install them with scripts/install-models. No restart is needed.</source>
        <translation>نماذج الوجوه غير مثبّتة. يمكن لمسؤول الخادم تثبيتها بالأمر scripts/install-models، ولا حاجة إلى إعادة التشغيل.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Drop the image here</source>
        <translation>أفلت الصورة هنا</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>Can&apos;t reach the server: %1</source>
        <translation>يتعذّر الوصول إلى الخادم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>The server did not respond in time. Try again.</source>
        <translation>لم يستجب الخادم في الوقت المحدد. أعد المحاولة.</translation>
    </message>
    <message>
        <source>The server&apos;s response is not valid. Check that the address belongs to a Waymark server.</source>
        <translation>استجابة الخادم غير صالحة. تحقق من أن العنوان لخادم Waymark.</translation>
    </message>
    <message>
        <source>Wrong email address or password.</source>
        <translation>عنوان البريد الإلكتروني أو كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>The sign-in has expired. Sign in again.</source>
        <translation>انتهت مهلة تسجيل الدخول. سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>This server requires two-factor sign-in of staff. Set it up under Account, Security.</source>
        <translation>يطلب هذا الخادم من الموظفين الدخول بخطوتين. أعدّه ضمن «الحساب»، «الأمان».</translation>
    </message>
    <message>
        <source>This account is not active. Verify your email address first.</source>
        <translation>هذا الحساب غير نشط. تحقق من عنوان بريدك الإلكتروني أولًا.</translation>
    </message>
    <message>
        <source>Wrong password.</source>
        <translation>كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>A rule uses this zone. Change the rule first.</source>
        <translation>تستخدم إحدى القواعد هذه المنطقة. غيّر القاعدة أولًا.</translation>
    </message>
    <message>
        <source>This is the default rule. Choose another rule to replace it.</source>
        <translation>هذه هي القاعدة الافتراضية. اختر قاعدة أخرى تحل محلها.</translation>
    </message>
    <message>
        <source>You are signed out. Sign in again.</source>
        <translation>تم تسجيل خروجك. سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>You don&apos;t have permission to do this.</source>
        <translation>ليس لديك إذن للقيام بذلك.</translation>
    </message>
    <message>
        <source>This item no longer exists.</source>
        <translation>لم يعد هذا العنصر موجودًا.</translation>
    </message>
    <message>
        <source>Someone else changed this in the meantime. Try again to add your changes.</source>
        <translation>غيّر شخص آخر هذا في الأثناء. أعد المحاولة لإضافة تغييراتك.</translation>
    </message>
    <message>
        <source>This code is wrong or has expired.</source>
        <translation>هذا الرمز خاطئ أو انتهت صلاحيته.</translation>
    </message>
    <message>
        <source>Fix the highlighted fields.</source>
        <translation>صحّح الحقول المميّزة.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>محاولات كثيرة جدًا. أعد المحاولة الآن.</numerusform>
            <numerusform>محاولات كثيرة جدًا. أعد المحاولة بعد ثانية واحدة.</numerusform>
            <numerusform>محاولات كثيرة جدًا. أعد المحاولة بعد ثانيتين.</numerusform>
            <numerusform>محاولات كثيرة جدًا. أعد المحاولة بعد %n ثوانٍ.</numerusform>
            <numerusform>محاولات كثيرة جدًا. أعد المحاولة بعد %n ثانية.</numerusform>
            <numerusform>محاولات كثيرة جدًا. أعد المحاولة بعد %n ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>This server does not support this feature.</source>
        <translation>لا يدعم هذا الخادم هذه الميزة.</translation>
    </message>
    <message>
        <source>The server reported an error. If it happens again, report request %1.</source>
        <translation>أبلغ الخادم عن خطأ. إذا تكرر ذلك، فأبلغ عن الطلب ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Fill in this field.</source>
        <translation>املأ هذا الحقل.</translation>
    </message>
    <message>
        <source>This value is too long.</source>
        <translation>هذه القيمة طويلة جدًا.</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>كلمة المرور هذه سهلة التخمين.</translation>
    </message>
    <message>
        <source>This value is not allowed.</source>
        <translation>هذه القيمة غير مسموح بها.</translation>
    </message>
    <message>
        <source>The outline crosses itself.</source>
        <translation>يتقاطع المحيط مع نفسه.</translation>
    </message>
    <message>
        <source>Enter a valid email address.</source>
        <translation>أدخل عنوان بريد إلكتروني صالحًا.</translation>
    </message>
    <message>
        <source>Enter a valid phone number.</source>
        <translation>أدخل رقم هاتف صالحًا.</translation>
    </message>
    <message>
        <source>Enter a two-letter country code, such as DE or CN.</source>
        <translation>أدخل رمز بلد من حرفين، مثل DE أو CN.</translation>
    </message>
    <message>
        <source>Enter a valid value.</source>
        <translation>أدخل قيمة صالحة.</translation>
    </message>
    <message>
        <source>Your account has been deactivated. Contact support.</source>
        <translation>أُلغي تنشيط حسابك. اتصل بالدعم.</translation>
    </message>
    <message>
        <source>Your session has ended: it expired, was signed out on another device, or the password was changed. Sign in again.</source>
        <translation>انتهت جلستك: انتهت صلاحيتها، أو سُجّل خروجها من جهاز آخر، أو تغيّرت كلمة المرور. سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>Wrong user name or password.</source>
        <translation>اسم المستخدم أو كلمة المرور غير صحيحة.</translation>
    </message>
    <message>
        <source>This server does not connect to addresses of private networks.</source>
        <translation>لا يتصل هذا الخادم بعناوين الشبكات الخاصة.</translation>
    </message>
    <message>
        <source>No computer with this name was found.</source>
        <translation>لم يُعثر على حاسوب بهذا الاسم.</translation>
    </message>
    <message>
        <source>The server can&apos;t reach this address.</source>
        <translation>يتعذر على الخادم الوصول إلى هذا العنوان.</translation>
    </message>
    <message>
        <source>There is no ONVIF camera at this address.</source>
        <translation>لا توجد كاميرا ONVIF في هذا العنوان.</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>هذا حسابك.</translation>
    </message>
    <message>
        <source>Choose a time in the future.</source>
        <translation>اختر وقتًا في المستقبل.</translation>
    </message>
    <message>
        <source>This value is too large.</source>
        <translation>هذه القيمة كبيرة جدًا.</translation>
    </message>
    <message>
        <source>This value is too small.</source>
        <translation>هذه القيمة صغيرة جدًا.</translation>
    </message>
    <message>
        <source>Enter an address such as %1.</source>
        <translation>أدخل عنوانًا مثل %1.</translation>
    </message>
</context>
<context>
    <name>FirstCallCard</name>
    <message>
        <source>First call</source>
        <translation>الاستدعاء الأول</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>عنوان URL الأساسي</translation>
    </message>
    <message>
        <source>Set the variable APP_KEY to a key of this app. The answer contains an access token for the app.</source>
        <translation>اضبط المتغير APP_KEY على أحد مفاتيح هذا التطبيق. تحتوي الاستجابة على رمز وصول للتطبيق.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
</context>
<context>
    <name>FirstDayCard</name>
    <message>
        <source>Add a camera</source>
        <translation>إضافة كاميرا</translation>
    </message>
    <message>
        <source>Draw a zone</source>
        <translation>رسم منطقة</translation>
    </message>
    <message>
        <source>Write a rule</source>
        <translation>كتابة قاعدة</translation>
    </message>
    <message>
        <source>See the first mark</source>
        <translation>رؤية أول علامة</translation>
    </message>
    <message>
        <source>Make the first API call</source>
        <translation>أول استدعاء API</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>اليوم الأول</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>إخفاء</translation>
    </message>
    <message>
        <source>Hide the checklist</source>
        <translation>إخفاء قائمة المهام</translation>
    </message>
    <message>
        <source>done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>لم يتم بعد</translation>
    </message>
</context>
<context>
    <name>ForgotPasswordPage</name>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Reset password</source>
        <translation>إعادة تعيين كلمة المرور</translation>
    </message>
    <message>
        <source>We&apos;ll send a code to your email address.</source>
        <translation>سنرسل رمزًا إلى عنوان بريدك الإلكتروني.</translation>
    </message>
    <message>
        <source>If an account exists for %1, we have sent it a code.</source>
        <translation>إذا كان هناك حساب للعنوان ⁨%1⁩، فقد أرسلنا إليه رمزًا.</translation>
    </message>
    <message>
        <source>Choose a long password that you don&apos;t use anywhere else.</source>
        <translation>اختر كلمة مرور طويلة لا تستخدمها في أي مكان آخر.</translation>
    </message>
    <message>
        <source>Your password is changed. Signing in…</source>
        <translation>تغيّرت كلمة المرور. جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Your password is changed. Sign in with the new password.</source>
        <translation>تغيّرت كلمة المرور. سجّل الدخول بكلمة المرور الجديدة.</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>Send code</source>
        <translation>إرسال الرمز</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تحقق</translation>
    </message>
    <message>
        <source>Set password</source>
        <translation>تعيين كلمة المرور</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Discard changes?</source>
        <translation>هل تريد تجاهل التغييرات؟</translation>
    </message>
    <message>
        <source>What you entered is not saved.</source>
        <translation>لم يُحفظ ما أدخلته.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>متابعة التحرير</translation>
    </message>
</context>
<context>
    <name>GroupDialog</name>
    <message>
        <source>Use the default rule</source>
        <translation>استخدام القاعدة الافتراضية</translation>
    </message>
    <message>
        <source>Edit group</source>
        <translation>تحرير المجموعة</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Ground floor</source>
        <translation>الطابق الأرضي</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>A camera&apos;s own rule takes precedence.</source>
        <translation>للقاعدة الخاصة بالكاميرا الأولوية.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>HoldDialog</name>
    <message>
        <source>Until released</source>
        <translation>حتى إلغاء الحفظ</translation>
    </message>
    <message>
        <source>For 30 days</source>
        <translation>لمدة 30 يومًا</translation>
    </message>
    <message>
        <source>For a year</source>
        <translation>لمدة سنة</translation>
    </message>
    <message>
        <source>Hold this recording</source>
        <translation>حفظ هذا التسجيل</translation>
    </message>
    <message>
        <source>%1: no limit of age or storage removes a held recording, and nobody can delete it until it is released.</source>
        <translation>⁨%1⁩: لا يزيل أي حد للعمر أو التخزين تسجيلًا محفوظًا، ولا يمكن لأحد حذفه حتى يُلغى حفظه.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>HomeAside</name>
    <message>
        <source>Camera health</source>
        <translation>حالة الكاميرات</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>A key proves that a call comes from your app. Each key is shown once, when it is created.</source>
        <translation>يثبت المفتاح أن الاستدعاء صادر من تطبيقك. يظهر كل مفتاح مرة واحدة، عند إنشائه.</translation>
    </message>
    <message>
        <source>This app has no keys.</source>
        <translation>لا مفاتيح لهذا التطبيق.</translation>
    </message>
    <message numerus="yes">
        <source>expires in %n day(s)</source>
        <translation>
            <numerusform>تنتهي صلاحيته اليوم</numerusform>
            <numerusform>تنتهي صلاحيته بعد يوم واحد</numerusform>
            <numerusform>تنتهي صلاحيته بعد يومين</numerusform>
            <numerusform>تنتهي صلاحيته بعد %n أيام</numerusform>
            <numerusform>تنتهي صلاحيته بعد %n يومًا</numerusform>
            <numerusform>تنتهي صلاحيته بعد %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>expires in %1:%2:%3</source>
        <translation>تنتهي صلاحيته بعد ⁦%1:%2:%3⁩</translation>
    </message>
    <message>
        <source>New key: copy it now, it won&apos;t be shown again</source>
        <translation>مفتاح جديد: انسخه الآن، فلن يظهر مرة أخرى</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>لقد نسخته</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Created %1</source>
        <translation>أُنشئ ⁨%1⁩</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>مفتاح جديد…</translation>
    </message>
    <message>
        <source>Create new key</source>
        <translation>إنشاء مفتاح جديد</translation>
    </message>
    <message>
        <source>The current key keeps working for the time you choose, so that you can replace it everywhere. If the key has leaked, revoke it immediately.</source>
        <translation>يظل المفتاح الحالي يعمل للمدة التي تختارها، لتتمكن من استبداله في كل مكان. إذا تسرّب المفتاح، فاسحبه فورًا.</translation>
    </message>
    <message>
        <source>Revoke the current key immediately</source>
        <translation>سحب المفتاح الحالي فورًا</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 hour</source>
        <translation>يظل المفتاح الحالي يعمل ساعة واحدة</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 day</source>
        <translation>يظل المفتاح الحالي يعمل يومًا واحدًا</translation>
    </message>
    <message>
        <source>Current key keeps working for 1 week</source>
        <translation>يظل المفتاح الحالي يعمل أسبوعًا واحدًا</translation>
    </message>
    <message>
        <source>Grace period</source>
        <translation>فترة السماح</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>إنشاء مفتاح</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>next, previous</source>
        <translation>التالي، السابق</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>المسافة</translation>
    </message>
    <message>
        <source>play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>mark read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>في كل مكان</translation>
    </message>
    <message>
        <source>search and actions</source>
        <translation>البحث والإجراءات</translation>
    </message>
    <message>
        <source>back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>forward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Tab</source>
        <comment>a key</comment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next control</source>
        <translation>عنصر التحكم التالي</translation>
    </message>
    <message>
        <source>close or go back</source>
        <translation>إغلاق أو رجوع</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>first camera, to 9</source>
        <translation>الكاميرا الأولى، حتى 9</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>save a snapshot</source>
        <translation>حفظ لقطة</translation>
    </message>
    <message>
        <source>full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>تشغيل أو إيقاف مؤقت</translation>
    </message>
    <message>
        <source>5 s; with Shift 1 min</source>
        <translation>5 ث؛ مع Shift دقيقة واحدة</translation>
    </message>
    <message>
        <source>one picture</source>
        <translation>صورة واحدة</translation>
    </message>
    <message>
        <source>previous, next mark</source>
        <translation>العلامة السابقة، التالية</translation>
    </message>
    <message>
        <source>start, end of the selection</source>
        <translation>بداية التحديد، نهايته</translation>
    </message>
    <message>
        <source>export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>save the picture</source>
        <translation>حفظ الصورة</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>تكبير وتصغير</translation>
    </message>
    <message>
        <source>month to second</source>
        <translation>من الشهر إلى الثانية</translation>
    </message>
    <message>
        <source>live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>why a mark was made</source>
        <translation>سبب إنشاء العلامة</translation>
    </message>
    <message>
        <source>select</source>
        <translation>تحديد</translation>
    </message>
    <message>
        <source>select up to here</source>
        <translation>تحديد حتى هنا</translation>
    </message>
    <message>
        <source>why</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>export clips</source>
        <translation>تصدير المقاطع</translation>
    </message>
    <message>
        <source>share</source>
        <translation>مشاركة</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>الصوت</translation>
    </message>
    <message>
        <source>boxes</source>
        <translation>المربعات</translation>
    </message>
</context>
<context>
    <name>KindFilter</name>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Vehicle</source>
        <translation>مركبة</translation>
    </message>
    <message>
        <source>Animal</source>
        <translation>حيوان</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>حركة</translation>
    </message>
</context>
<context>
    <name>LatestMarksCard</name>
    <message>
        <source>Latest marks</source>
        <translation>أحدث العلامات</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>لا علامات بعد</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Live view of %1</source>
        <translation>البث المباشر من ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>LocalMail</name>
    <message>
        <source>Mail on this computer</source>
        <translation>البريد على هذا الكمبيوتر</translation>
    </message>
    <message>
        <source>Messages appear here in a moment.</source>
        <translation>تظهر الرسائل هنا بعد لحظات.</translation>
    </message>
    <message>
        <source>To: %1</source>
        <translation>إلى: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Use code %1</source>
        <translation>استخدام الرمز ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>MarkAside</name>
    <message>
        <source>Mark</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>العلامة السابقة</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>العلامة التالية</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>مستمر</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>الدرجة</translation>
    </message>
    <message>
        <source>Why this mark</source>
        <translation>سبب هذه العلامة</translation>
    </message>
    <message>
        <source>Open mark</source>
        <translation>فتح العلامة</translation>
    </message>
</context>
<context>
    <name>MarkCard</name>
    <message>
        <source>ongoing</source>
        <translation>مستمر</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>Select</source>
        <translation>تحديد</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>تعليم كغير مقروء</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>MarkExports</name>
    <message>
        <source>Can&apos;t create the folder %1.</source>
        <translation>تعذّر إنشاء المجلد ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Can&apos;t write the file: %1</source>
        <translation>تعذّرت كتابة الملف: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>MarkFilterDialog</name>
    <message>
        <source>Filters</source>
        <translation>عوامل التصفية</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>كل المناطق</translation>
    </message>
    <message>
        <source>All types</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>كل الكاميرات</translation>
    </message>
    <message>
        <source>All groups</source>
        <translation>كل المجموعات</translation>
    </message>
    <message>
        <source>All rules</source>
        <translation>كل القواعد</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>المجموعة</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>المنطقة</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>ترتيب حسب</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>الأحدث أولًا</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>الأقدم أولًا</translation>
    </message>
    <message>
        <source>Score of at least %1%</source>
        <translation>درجة لا تقل عن %1%</translation>
    </message>
    <message>
        <source>Any score</source>
        <translation>أي درجة</translation>
    </message>
    <message>
        <source>Minimum score</source>
        <translation>الحد الأدنى للدرجة</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>MarkNames</name>
    <message>
        <source>Motion</source>
        <translation>حركة</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Bicycle</source>
        <translation>دراجة</translation>
    </message>
    <message>
        <source>Car</source>
        <translation>سيارة</translation>
    </message>
    <message>
        <source>Motorcycle</source>
        <translation>دراجة نارية</translation>
    </message>
    <message>
        <source>Bus</source>
        <translation>حافلة</translation>
    </message>
    <message>
        <source>Truck</source>
        <translation>شاحنة</translation>
    </message>
    <message>
        <source>Bird</source>
        <translation>طائر</translation>
    </message>
    <message>
        <source>Cat</source>
        <translation>قطة</translation>
    </message>
    <message>
        <source>Dog</source>
        <translation>كلب</translation>
    </message>
    <message>
        <source>Horse</source>
        <translation>حصان</translation>
    </message>
    <message>
        <source>Sheep</source>
        <translation>خروف</translation>
    </message>
    <message>
        <source>Cow</source>
        <translation>بقرة</translation>
    </message>
    <message>
        <source>Absence</source>
        <translation>غياب</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>وجه</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>الإشارة</translation>
    </message>
    <message>
        <source>Creating the clip…</source>
        <translation>جارٍ إنشاء المقطع…</translation>
    </message>
    <message>
        <source>The clip is incomplete.</source>
        <translation>المقطع غير مكتمل.</translation>
    </message>
    <message>
        <source>The clip could not be created.</source>
        <translation>تعذّر إنشاء المقطع.</translation>
    </message>
    <message>
        <source>The clip is no longer available.</source>
        <translation>لم يعد المقطع متاحًا.</translation>
    </message>
    <message>
        <source>%1: score %2 (threshold %3)</source>
        <comment>Person</comment>
        <translation>⁨%1⁩: الدرجة ⁨%2⁩ (الحد ⁨%3⁩)</translation>
    </message>
    <message>
        <source>%1: crossed the line to the left</source>
        <comment>Person</comment>
        <translation>⁨%1⁩: عبور الخط نحو اليسار</translation>
    </message>
    <message>
        <source>%1: crossed the line to the right</source>
        <comment>Person</comment>
        <translation>⁨%1⁩: عبور الخط نحو اليمين</translation>
    </message>
    <message>
        <source>%1: passed the zones in %2 s</source>
        <comment>Person</comment>
        <translation>⁨%1⁩: اجتياز المناطق في ⁨%2⁩ ث</translation>
    </message>
    <message>
        <source>%1: stayed for %2 s</source>
        <comment>Person</comment>
        <translation>⁨%1⁩: بقاء لمدة ⁨%2⁩ ث</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) present for %1 s</source>
        <translation>
            <numerusform>لا أجسام منذ ⁨%1⁩ ث</numerusform>
            <numerusform>جسم واحد موجود منذ ⁨%1⁩ ث</numerusform>
            <numerusform>جسمان موجودان منذ ⁨%1⁩ ث</numerusform>
            <numerusform>%n أجسام موجودة منذ ⁨%1⁩ ث</numerusform>
            <numerusform>%n جسمًا موجودًا منذ ⁨%1⁩ ث</numerusform>
            <numerusform>%n جسم موجود منذ ⁨%1⁩ ث</numerusform>
        </translation>
    </message>
    <message>
        <source>No object for %1 s</source>
        <translation>لا جسم منذ ⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>%1 of the image changed (threshold %2)</source>
        <translation>تغيّر ⁨%1⁩ من الصورة (الحد ⁨%2⁩)</translation>
    </message>
    <message numerus="yes">
        <source>%n face(s) detected</source>
        <translation>
            <numerusform>لم تُرصد وجوه</numerusform>
            <numerusform>رُصد وجه واحد</numerusform>
            <numerusform>رُصد وجهان</numerusform>
            <numerusform>رُصدت %n وجوه</numerusform>
            <numerusform>رُصد %n وجهًا</numerusform>
            <numerusform>رُصد %n وجه</numerusform>
        </translation>
    </message>
    <message>
        <source>The stream was lost</source>
        <translation>انقطع البث</translation>
    </message>
    <message>
        <source>The camera was covered</source>
        <translation>حُجبت الكاميرا</translation>
    </message>
    <message>
        <source>The camera was moved</source>
        <translation>حُرّكت الكاميرا</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>Person × 2</comment>
        <translation>‏⁨%1⁩ × ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration</comment>
        <translation>⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>Not met: %1</source>
        <comment>a condition</comment>
        <translation>غير مستوفى: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>MarkPage</name>
    <message>
        <source>Mark</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>تعليم كغير مقروء</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>نُقل إلى سلة المحذوفات</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>تمت الاستعادة</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>لقطة</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>مستمر</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>No snapshot</source>
        <translation>لا توجد لقطة</translation>
    </message>
</context>
<context>
    <name>MarkPreview</name>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>مستمر</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>ongoing</source>
        <translation>مستمر</translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Filters (%1)</source>
        <translation>عوامل التصفية (⁨%1⁩)</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>عوامل التصفية</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>نُقل إلى سلة المحذوفات</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>تمت الاستعادة</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>عُلِّمت كمقروءة</translation>
    </message>
    <message>
        <source>Marked as unread</source>
        <translation>عُلِّمت كغير مقروءة</translation>
    </message>
    <message>
        <source>All</source>
        <translation>الكل</translation>
    </message>
    <message>
        <source>Unread (%1)</source>
        <translation>غير مقروءة (⁨%1⁩)</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>غير مقروءة</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>سلة المحذوفات</translation>
    </message>
    <message>
        <source>No matching marks</source>
        <translation>لا علامات مطابقة</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>سلة المحذوفات فارغة</translation>
    </message>
    <message>
        <source>No unread marks</source>
        <translation>لا علامات غير مقروءة</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>لا علامات بعد</translation>
    </message>
    <message>
        <source>No marks match the filters.</source>
        <translation>لا توجد علامات تطابق عوامل التصفية.</translation>
    </message>
    <message>
        <source>There are no marks on this day.</source>
        <translation>لا توجد علامات في هذا اليوم.</translation>
    </message>
    <message>
        <source>Deleted items stay here for 30 days.</source>
        <translation>تبقى العناصر المحذوفة هنا 30 يومًا.</translation>
    </message>
    <message>
        <source>New marks appear here automatically.</source>
        <translation>تظهر العلامات الجديدة هنا تلقائيًا.</translation>
    </message>
    <message>
        <source>Marks appear here when a camera detects something.</source>
        <translation>تظهر العلامات هنا عندما ترصد كاميرا شيئًا.</translation>
    </message>
    <message numerus="yes">
        <source>%n to review</source>
        <translation>
            <numerusform>لا شيء للمراجعة</numerusform>
            <numerusform>علامة للمراجعة</numerusform>
            <numerusform>علامتان للمراجعة</numerusform>
            <numerusform>%n علامات للمراجعة</numerusform>
            <numerusform>%n علامة للمراجعة</numerusform>
            <numerusform>%n علامة للمراجعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) moved to the bin</source>
        <translation>
            <numerusform>لم تُنقل أي علامة</numerusform>
            <numerusform>نُقلت علامة إلى سلة المحذوفات</numerusform>
            <numerusform>نُقلت علامتان إلى سلة المحذوفات</numerusform>
            <numerusform>نُقلت %n علامات إلى سلة المحذوفات</numerusform>
            <numerusform>نُقلت %n علامة إلى سلة المحذوفات</numerusform>
            <numerusform>نُقلت %n علامة إلى سلة المحذوفات</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1. Some marks have neither a clip nor a snapshot.</source>
        <translation>
            <numerusform>لم يُحفظ أي ملف في ⁨%1⁩. ليس لبعض العلامات مقطع ولا لقطة.</numerusform>
            <numerusform>حُفظ ملف في ⁨%1⁩. ليس لبعض العلامات مقطع ولا لقطة.</numerusform>
            <numerusform>حُفظ ملفان في ⁨%1⁩. ليس لبعض العلامات مقطع ولا لقطة.</numerusform>
            <numerusform>حُفظت %n ملفات في ⁨%1⁩. ليس لبعض العلامات مقطع ولا لقطة.</numerusform>
            <numerusform>حُفظ %n ملفًا في ⁨%1⁩. ليس لبعض العلامات مقطع ولا لقطة.</numerusform>
            <numerusform>حُفظ %n ملف في ⁨%1⁩. ليس لبعض العلامات مقطع ولا لقطة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in %1</source>
        <translation>
            <numerusform>لم يُحفظ أي ملف في ⁨%1⁩</numerusform>
            <numerusform>حُفظ ملف في ⁨%1⁩</numerusform>
            <numerusform>حُفظ ملفان في ⁨%1⁩</numerusform>
            <numerusform>حُفظت %n ملفات في ⁨%1⁩</numerusform>
            <numerusform>حُفظ %n ملفًا في ⁨%1⁩</numerusform>
            <numerusform>حُفظ %n ملف في ⁨%1⁩</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n link(s) copied, valid for 7 days</source>
        <translation>
            <numerusform>لم يُنسخ أي رابط</numerusform>
            <numerusform>نُسخ رابط صالح لمدة 7 أيام</numerusform>
            <numerusform>نُسخ رابطان صالحان لمدة 7 أيام</numerusform>
            <numerusform>نُسخت %n روابط صالحة لمدة 7 أيام</numerusform>
            <numerusform>نُسخ %n رابطًا صالحًا لمدة 7 أيام</numerusform>
            <numerusform>نُسخ %n رابط صالح لمدة 7 أيام</numerusform>
        </translation>
    </message>
    <message>
        <source>These marks have neither a clip nor a snapshot.</source>
        <translation>ليس لهذه العلامات مقطع ولا لقطة.</translation>
    </message>
    <message>
        <source>The links no longer work</source>
        <translation>لم تعد الروابط تعمل</translation>
    </message>
    <message>
        <source>Saving %1 of %2</source>
        <translation>جارٍ حفظ ⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 of %2 clips saved. %3</source>
        <translation>تم حفظ ⁨%1⁩ من ⁨%2⁩ من المقاطع. ⁨%3⁩</translation>
    </message>
</context>
<context>
    <name>ModeActions</name>
    <message>
        <source>Then create a mark</source>
        <translation>ثم إنشاء علامة</translation>
    </message>
    <message>
        <source>Record a clip</source>
        <translation>تسجيل مقطع</translation>
    </message>
    <message>
        <source>Seconds of the clip before the mark</source>
        <translation>ثواني المقطع قبل العلامة</translation>
    </message>
    <message>
        <source>seconds before it</source>
        <comment>of a clip</comment>
        <translation>ثوانٍ قبلها</translation>
    </message>
    <message>
        <source>Seconds of the clip after the mark</source>
        <translation>ثواني المقطع بعد العلامة</translation>
    </message>
    <message>
        <source>seconds after it</source>
        <comment>of a clip</comment>
        <translation>ثوانٍ بعدها</translation>
    </message>
    <message>
        <source>Send a notification</source>
        <translation>إرسال إشعار</translation>
    </message>
    <message>
        <source>Wait</source>
        <comment>some seconds</comment>
        <translation>انتظار</translation>
    </message>
    <message>
        <source>Seconds until the next mark</source>
        <translation>الثواني حتى العلامة التالية</translation>
    </message>
    <message>
        <source>seconds before the next mark</source>
        <translation>ثانية قبل العلامة التالية</translation>
    </message>
    <message>
        <source>Marks that have to wait</source>
        <translation>العلامات التي عليها الانتظار</translation>
    </message>
    <message>
        <source>Hourly limit</source>
        <comment>some marks an hour</comment>
        <translation>الحد في الساعة</translation>
    </message>
    <message>
        <source>Marks per hour</source>
        <translation>العلامات في الساعة</translation>
    </message>
    <message>
        <source>marks per hour</source>
        <translation>علامة في الساعة</translation>
    </message>
    <message>
        <source>No hourly limit</source>
        <translation>لا حد في الساعة</translation>
    </message>
    <message>
        <source>Set recording to</source>
        <comment>a mode such as Continuous</comment>
        <translation>تعيين التسجيل إلى</translation>
    </message>
    <message>
        <source>What the camera records from then on</source>
        <translation>ما تسجله الكاميرا منذ ذلك الحين</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>دون تغيير</translation>
    </message>
    <message>
        <source>Cameras keep this setting until it is changed again. Cameras without a schedule remain as they are.</source>
        <translation>تحتفظ الكاميرات بهذا الإعداد حتى يُغيَّر من جديد. أما الكاميرات التي ليس لها جدول زمني فتبقى كما هي.</translation>
    </message>
    <message>
        <source>Cameras keep this setting until it is changed again.</source>
        <translation>تحتفظ الكاميرات بهذا الإعداد حتى يُغيَّر من جديد.</translation>
    </message>
</context>
<context>
    <name>ModeChanges</name>
    <message>
        <source>%1: %2 (before: %3)</source>
        <comment>name of a value; values</comment>
        <translation>⁨%1⁩: ⁨%2⁩ (سابقًا: ⁨%3⁩)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Minimum duration</source>
        <translation>أقل مدة</translation>
    </message>
    <message>
        <source>Longest gap</source>
        <translation>أطول فجوة</translation>
    </message>
    <message>
        <source>Wait until the next mark</source>
        <translation>الانتظار حتى العلامة التالية</translation>
    </message>
    <message>
        <source>Hourly limit</source>
        <translation>الحد في الساعة</translation>
    </message>
    <message>
        <source>Marks now have a clip</source>
        <translation>أصبح للعلامات مقطع</translation>
    </message>
    <message>
        <source>Marks no longer have a clip</source>
        <translation>لم يعد للعلامات مقطع</translation>
    </message>
    <message>
        <source>Marks now send a notification</source>
        <translation>أصبحت العلامات ترسل إشعارًا</translation>
    </message>
    <message>
        <source>Marks no longer send a notification</source>
        <translation>لم تعد العلامات ترسل إشعارًا</translation>
    </message>
    <message>
        <source>Settings that only apps can change</source>
        <translation>إعدادات لا تغيّرها إلا التطبيقات</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a limit</comment>
        <translation>لا يوجد</translation>
    </message>
    <message>
        <source>Other times or exceptions</source>
        <translation>أوقات أو استثناءات أخرى</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>الجدول الزمني</translation>
    </message>
    <message>
        <source>at any time</source>
        <translation>في أي وقت</translation>
    </message>
    <message>
        <source>Other conditions</source>
        <translation>شروط أخرى</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>الشروط</translation>
    </message>
    <message>
        <source>Other details of the conditions</source>
        <translation>تفاصيل أخرى للشروط</translation>
    </message>
    <message>
        <source>moving area</source>
        <translation>المساحة المتحركة</translation>
    </message>
    <message>
        <source>smallest moving area</source>
        <translation>أصغر مساحة متحركة</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>درجة الثقة</translation>
    </message>
    <message>
        <source>size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>number of faces</source>
        <translation>عدد الوجوه</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>الثواني</translation>
    </message>
    <message>
        <source>default</source>
        <comment>a value</comment>
        <translation>الافتراضي</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a condition; name of its value</comment>
        <translation>⁨%1⁩، ⁨%2⁩</translation>
    </message>
    <message>
        <source>Marks that have to wait</source>
        <translation>العلامات التي عليها الانتظار</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>المقطع</translation>
    </message>
    <message>
        <source>%1 s before and %2 s after a mark</source>
        <comment>length of a clip</comment>
        <translation>⁨%1⁩ ث قبل العلامة و⁨%2⁩ ث بعدها</translation>
    </message>
    <message>
        <source>Recording is set to</source>
        <translation>يُعيَّن التسجيل إلى</translation>
    </message>
    <message>
        <source>no change</source>
        <comment>of a setting</comment>
        <translation>دون تغيير</translation>
    </message>
</context>
<context>
    <name>ModeClause</name>
    <message>
        <source>Condition</source>
        <translation>الشرط</translation>
    </message>
    <message>
        <source>Remove condition</source>
        <translation>إزالة الشرط</translation>
    </message>
    <message>
        <source>not</source>
        <comment>a condition</comment>
        <translation>ليس</translation>
    </message>
    <message>
        <source>More actions on the condition</source>
        <translation>إجراءات أخرى للشرط</translation>
    </message>
</context>
<context>
    <name>ModePage</name>
    <message>
        <source>The changes to this rule are not saved.</source>
        <translation>لم تُحفظ التغييرات في هذه القاعدة.</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>قاعدة جديدة</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Built-in rules are read-only.</source>
        <translation>القواعد المضمنة للقراءة فقط.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Someone at the door</source>
        <translation>شخص عند الباب</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>الشروط</translation>
    </message>
    <message>
        <source>for at least</source>
        <translation>لمدة لا تقل عن</translation>
    </message>
    <message>
        <source>Minimum duration in seconds</source>
        <translation>الحد الأدنى للمدة بالثواني</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>ثانية</translation>
    </message>
    <message>
        <source>bridging gaps of up to</source>
        <translation>مع تجاوز الفجوات حتى</translation>
    </message>
    <message>
        <source>Longest gap in seconds</source>
        <translation>أطول فجوة بالثواني</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>الجدول الزمني</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
</context>
<context>
    <name>ModeRemoval</name>
    <message>
        <source>Delete this rule?</source>
        <translation>هل تريد حذف هذه القاعدة؟</translation>
    </message>
    <message>
        <source>Cameras and groups that use this rule switch to:</source>
        <translation>الكاميرات والمجموعات التي تستخدم هذه القاعدة تنتقل إلى:</translation>
    </message>
    <message>
        <source>Replacement rule</source>
        <translation>القاعدة البديلة</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>ModeSchedule</name>
    <message>
        <source>At any time</source>
        <translation>في أي وقت</translation>
    </message>
    <message>
        <source>At set times</source>
        <translation>في أوقات محددة</translation>
    </message>
    <message>
        <source>Active all day</source>
        <translation>مفعّلة طوال اليوم</translation>
    </message>
</context>
<context>
    <name>ModeVersions</name>
    <message>
        <source>No changes</source>
        <translation>لا تغييرات</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>أُنشئت</translation>
    </message>
    <message>
        <source>Earlier versions are no longer available.</source>
        <translation>لم تعد الإصدارات الأقدم متاحة.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>الإصدارات</translation>
    </message>
    <message>
        <source>%1 (current)</source>
        <comment>a time</comment>
        <translation>⁨%1⁩ (الحالي)</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>استعادة</translation>
    </message>
    <message>
        <source>Restore the version of %1</source>
        <translation>استعادة إصدار ⁨%1⁩</translation>
    </message>
    <message>
        <source>A restored version is shown on the page. It takes effect once you save it.</source>
        <translation>يظهر الإصدار المستعاد في الصفحة، ولا يسري إلا بعد أن تحفظه.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>ModeWords</name>
    <message>
        <source>a zone</source>
        <translation>منطقة</translation>
    </message>
    <message>
        <source>neutral</source>
        <translation>محايد</translation>
    </message>
    <message>
        <source>happy</source>
        <translation>سعيد</translation>
    </message>
    <message>
        <source>sad</source>
        <translation>حزين</translation>
    </message>
    <message>
        <source>angry</source>
        <translation>غاضب</translation>
    </message>
    <message>
        <source>fearful</source>
        <translation>خائف</translation>
    </message>
    <message>
        <source>disgusted</source>
        <translation>مشمئز</translation>
    </message>
    <message>
        <source>surprised</source>
        <translation>متفاجئ</translation>
    </message>
    <message>
        <source>a person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>a vehicle</source>
        <translation>مركبة</translation>
    </message>
    <message>
        <source>an animal</source>
        <translation>حيوان</translation>
    </message>
    <message>
        <source>a person, vehicle, or animal</source>
        <translation>شخص أو مركبة أو حيوان</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>a line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>something crosses %1 to the left</source>
        <translation>يعبر شيء ⁨%1⁩ نحو اليسار</translation>
    </message>
    <message>
        <source>something crosses %1 to the right</source>
        <translation>يعبر شيء ⁨%1⁩ نحو اليمين</translation>
    </message>
    <message>
        <source>something crosses %1</source>
        <translation>يعبر شيء ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 is detected</source>
        <comment>a person</comment>
        <translation>يتم رصد ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>a face is seen; zone</comment>
        <translation>⁨%1⁩ في ⁨%2⁩</translation>
    </message>
    <message>
        <source>something stays in %1 for %2 s</source>
        <translation>يبقى شيء في ⁨%1⁩ لمدة ⁨%2⁩ ث</translation>
    </message>
    <message>
        <source>the camera is moved</source>
        <translation>تُحرَّك الكاميرا</translation>
    </message>
    <message>
        <source>motion is detected in %1</source>
        <translation>يتم رصد حركة في ⁨%1⁩</translation>
    </message>
    <message>
        <source>motion is detected</source>
        <translation>يتم رصد حركة</translation>
    </message>
    <message>
        <source>a %1 face is detected</source>
        <translation>يتم رصد وجه ⁨%1⁩</translation>
    </message>
    <message>
        <source>a face is detected</source>
        <translation>يتم رصد وجه</translation>
    </message>
    <message>
        <source>the stream is lost</source>
        <translation>ينقطع البث</translation>
    </message>
    <message>
        <source>the camera is covered</source>
        <translation>تُحجب الكاميرا</translation>
    </message>
    <message>
        <source> and </source>
        <translation> و</translation>
    </message>
    <message>
        <source> or </source>
        <translation> أو </translation>
    </message>
    <message>
        <source>every day %1</source>
        <comment>18:00–06:00</comment>
        <translation>كل يوم ⁨%1⁩</translation>
    </message>
    <message>
        <source>on weekdays %1</source>
        <comment>18:00–06:00</comment>
        <translation>من الاثنين إلى الجمعة ⁨%1⁩</translation>
    </message>
    <message>
        <source>on weekends %1</source>
        <comment>18:00–06:00</comment>
        <translation>السبت والأحد ⁨%1⁩</translation>
    </message>
    <message>
        <source>on %1 %2</source>
        <comment>Mon, Tue; 18:00–06:00</comment>
        <translation>‏⁨%1⁩ ⁨%2⁩</translation>
    </message>
    <message>
        <source>When %1 for %2 s</source>
        <translation>عندما ⁨%1⁩ لمدة ⁨%2⁩ ث</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>عندما ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>When something moves; on weekdays</comment>
        <translation>‏⁨%1⁩ ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1, create a mark, then wait %2 s.</source>
        <translation>⁨%1⁩: أنشئ علامة، ثم انتظر ⁨%2⁩ ث.</translation>
    </message>
    <message>
        <source>%1, create a mark.</source>
        <translation>⁨%1⁩: أنشئ علامة.</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>جسم</translation>
    </message>
    <message>
        <source>something passes %1 in this order</source>
        <comment>names of zones</comment>
        <translation>يمر شيء عبر ⁨%1⁩ بهذا الترتيب</translation>
    </message>
    <message numerus="yes">
        <source>at least %n object(s) are present for %1 s</source>
        <translation>
            <numerusform>يوجد %n جسم على الأقل لمدة ⁨%1⁩ ث</numerusform>
            <numerusform>يوجد %n جسم على الأقل لمدة ⁨%1⁩ ث</numerusform>
            <numerusform>يوجد %n جسم على الأقل لمدة ⁨%1⁩ ث</numerusform>
            <numerusform>يوجد %n جسم على الأقل لمدة ⁨%1⁩ ث</numerusform>
            <numerusform>يوجد %n جسم على الأقل لمدة ⁨%1⁩ ث</numerusform>
            <numerusform>يوجد %n جسم على الأقل لمدة ⁨%1⁩ ث</numerusform>
        </translation>
    </message>
    <message>
        <source>no object is present for %1 s</source>
        <translation>لا يوجد جسم لمدة ⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>not (%1)</source>
        <comment>a condition</comment>
        <translation>ليس (⁨%1⁩)</translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>several conditions</comment>
        <translation>(⁨%1⁩)</translation>
    </message>
    <message>
        <source>an unknown condition</source>
        <translation>يتحقق شرط غير معروف</translation>
    </message>
    <message>
        <source>the rule&apos;s conditions are met</source>
        <translation>تتحقق شروط القاعدة</translation>
    </message>
    <message>
        <source>When</source>
        <translation>عندما</translation>
    </message>
    <message>
        <source>and</source>
        <translation>و</translation>
    </message>
    <message>
        <source>or</source>
        <translation>أو</translation>
    </message>
    <message>
        <source> and </source>
        <comment>times</comment>
        <translation> و</translation>
    </message>
    <message numerus="yes">
        <source>at %n other time(s)</source>
        <translation>
            <numerusform>في %n وقت آخر</numerusform>
            <numerusform>في %n وقت آخر</numerusform>
            <numerusform>في %n وقتين آخرين</numerusform>
            <numerusform>في %n أوقات أخرى</numerusform>
            <numerusform>في %n وقتًا آخر</numerusform>
            <numerusform>في %n وقت آخر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>except on %n day(s)</source>
        <translation>
            <numerusform>باستثناء %n يوم</numerusform>
            <numerusform>باستثناء %n يوم</numerusform>
            <numerusform>باستثناء %n يومين</numerusform>
            <numerusform>باستثناء %n أيام</numerusform>
            <numerusform>باستثناء %n يومًا</numerusform>
            <numerusform>باستثناء %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>except on %1</source>
        <comment>dates</comment>
        <translation>باستثناء ⁨%1⁩</translation>
    </message>
    <message numerus="yes">
        <source>also all day on %n day(s)</source>
        <translation>
            <numerusform>وكذلك طوال اليوم في %n يوم</numerusform>
            <numerusform>وكذلك طوال اليوم في %n يوم</numerusform>
            <numerusform>وكذلك طوال اليوم في %n يومين</numerusform>
            <numerusform>وكذلك طوال اليوم في %n أيام</numerusform>
            <numerusform>وكذلك طوال اليوم في %n يومًا</numerusform>
            <numerusform>وكذلك طوال اليوم في %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>also all day on %1</source>
        <comment>dates</comment>
        <translation>وكذلك طوال اليوم في ⁨%1⁩</translation>
    </message>
    <message>
        <source>of this rule</source>
        <comment>marks</comment>
        <translation>لهذه القاعدة</translation>
    </message>
    <message>
        <source>of the camera</source>
        <comment>marks</comment>
        <translation>للكاميرا</translation>
    </message>
    <message>
        <source>of the same kind of object</source>
        <comment>marks</comment>
        <translation>لنوع الكائن نفسه</translation>
    </message>
</context>
<context>
    <name>ModesPage</name>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>قاعدة جديدة</translation>
    </message>
    <message>
        <source>No rules yet</source>
        <translation>لا قواعد بعد</translation>
    </message>
    <message>
        <source>A rule defines what a camera watches for, when, and what happens then.</source>
        <translation>تحدد القاعدة ما تراقبه الكاميرا، ومتى، وما يحدث عندئذ.</translation>
    </message>
    <message>
        <source>Built-in</source>
        <translation>مضمنة</translation>
    </message>
    <message>
        <source>Not supported by this server: %1</source>
        <translation>غير مدعومة على هذا الخادم: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>NewAppPage</name>
    <message>
        <source>a complete billing address</source>
        <translation>عنوان فوترة كامل</translation>
    </message>
    <message>
        <source>a payment token</source>
        <translation>رمز دفع</translation>
    </message>
    <message>
        <source>The app key is shown only once. Copy it before you leave.</source>
        <translation>يظهر مفتاح التطبيق مرة واحدة فقط. انسخه قبل أن تغادر.</translation>
    </message>
    <message>
        <source>The app is not registered yet.</source>
        <translation>لم يُسجَّل التطبيق بعد.</translation>
    </message>
    <message>
        <source>Your app is registered</source>
        <translation>تم تسجيل تطبيقك</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>تطبيق جديد</translation>
    </message>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>فترة تجريبية</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>مُشترى</translation>
    </message>
    <message>
        <source>Active immediately for 30 days, with 10,000 calls per day.</source>
        <translation>نشط فورًا لمدة 30 يومًا، مع 10,000 استدعاء في اليوم.</translation>
    </message>
    <message>
        <source>No expiration. Active once the order is paid.</source>
        <translation>بلا تاريخ انتهاء. ينشط بعد دفع الطلبية.</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>المنصة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Describe your app in a sentence or two</source>
        <translation>صف تطبيقك في جملة أو جملتين</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <source>We reach you about your app at %1.</source>
        <translation>نتواصل معك بشأن تطبيقك على ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>عنوان الفوترة</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Payment token</source>
        <translation>رمز الدفع</translation>
    </message>
    <message>
        <source>Provided by your payment provider. Never enter a card number.</source>
        <translation>يقدّمه مزوّد الدفع. لا تُدخل رقم بطاقة أبدًا.</translation>
    </message>
    <message>
        <source>To buy the app, enter %1.</source>
        <translation>لشراء التطبيق، أدخل ما يلي: ⁨%1⁩.</translation>
    </message>
    <message>
        <source> and </source>
        <comment>joins two things that are missing</comment>
        <translation> و</translation>
    </message>
    <message>
        <source>You see the price, and pay, in the next step.</source>
        <translation>سترى السعر وتدفع في الخطوة التالية.</translation>
    </message>
    <message>
        <source>Register and order</source>
        <translation>التسجيل والطلب</translation>
    </message>
    <message>
        <source>Register app</source>
        <translation>تسجيل التطبيق</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>عنوان الخادم</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>معرّف التطبيق</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>مفتاح التطبيق</translation>
    </message>
    <message>
        <source>Copy the key now and keep it safe. It won&apos;t be shown again.</source>
        <translation>انسخ المفتاح الآن واحفظه في مكان آمن، فلن يظهر مرة أخرى.</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>لقد نسخته</translation>
    </message>
</context>
<context>
    <name>NewsPanel</name>
    <message>
        <source>No unread notifications</source>
        <translation>لا إشعارات غير مقروءة</translation>
    </message>
    <message>
        <source>No notifications yet</source>
        <translation>لا إشعارات بعد</translation>
    </message>
    <message>
        <source>Notifications about cameras, marks, orders, and keys appear here.</source>
        <translation>تظهر هنا الإشعارات المتعلقة بالكاميرات والعلامات والطلبيات والمفاتيح.</translation>
    </message>
</context>
<context>
    <name>NotificationWords</name>
    <message>
        <source>Camera offline</source>
        <translation>كاميرا غير متصلة</translation>
    </message>
    <message>
        <source>Camera back online</source>
        <translation>كاميرا عادت إلى الاتصال</translation>
    </message>
    <message>
        <source>Camera changed</source>
        <translation>تغيّرت كاميرا</translation>
    </message>
    <message>
        <source>Mark started</source>
        <translation>بدأت علامة</translation>
    </message>
    <message>
        <source>Mark updated</source>
        <translation>حُدِّثت علامة</translation>
    </message>
    <message>
        <source>Mark ended</source>
        <translation>انتهت علامة</translation>
    </message>
    <message>
        <source>Order paid</source>
        <translation>دُفعت طلبية</translation>
    </message>
    <message>
        <source>Trial ending soon</source>
        <translation>الفترة التجريبية تنتهي قريبًا</translation>
    </message>
    <message>
        <source>App key replaced</source>
        <translation>استُبدل مفتاح تطبيق</translation>
    </message>
    <message>
        <source>Face analysis finished</source>
        <translation>اكتمل تحليل الوجوه</translation>
    </message>
    <message>
        <source>Announcement</source>
        <translation>إعلان</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>ملخص</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>اختبار</translation>
    </message>
    <message>
        <source>%1 went offline</source>
        <translation>⁨%1⁩: انقطع الاتصال</translation>
    </message>
    <message>
        <source>%1 is back online</source>
        <translation>⁨%1⁩: عاد الاتصال</translation>
    </message>
    <message>
        <source>%1 was changed</source>
        <translation>تغيّر ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 detected at %2</source>
        <translation>⁨%2⁩: تم رصد ⁨%1⁩</translation>
    </message>
    <message>
        <source>%1 ended at %2</source>
        <translation>⁨%2⁩: انتهى رصد ⁨%1⁩</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>تم التسليم</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Sent in a summary</source>
        <translation>أُرسل في ملخص</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>Queued for sending</source>
        <translation>في قائمة انتظار الإرسال</translation>
    </message>
</context>
<context>
    <name>NotificationsPage</name>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Unread only</source>
        <translation>غير المقروءة فقط</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>تعليم الكل كمقروء</translation>
    </message>
    <message>
        <source>Add channel</source>
        <translation>إضافة قناة</translation>
    </message>
    <message>
        <source>Sending a test through “%1”.</source>
        <translation>يجري إرسال اختبار عبر «⁨%1⁩».</translation>
    </message>
    <message numerus="yes">
        <source>Resending %n notification(s).</source>
        <translation>
            <numerusform>لا إشعارات لإعادة إرسالها.</numerusform>
            <numerusform>تجري إعادة إرسال إشعار واحد.</numerusform>
            <numerusform>تجري إعادة إرسال إشعارين.</numerusform>
            <numerusform>تجري إعادة إرسال %n إشعارات.</numerusform>
            <numerusform>تجري إعادة إرسال %n إشعارًا.</numerusform>
            <numerusform>تجري إعادة إرسال %n إشعار.</numerusform>
        </translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>القنوات</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>عمليات التسليم</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>هل تريد حذف «⁨%1⁩»؟</translation>
    </message>
    <message>
        <source>Pending notifications for this channel are not sent, and its delivery history is deleted.</source>
        <translation>لن تُرسل الإشعارات المنتظرة لهذه القناة، وسيُحذف سجل عمليات تسليمها.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Create a new secret?</source>
        <translation>هل تريد إنشاء سر جديد؟</translation>
    </message>
    <message>
        <source>For one day, requests are signed with both secrets, so that your program can switch over.</source>
        <translation>تُوقَّع الطلبات بكلا السرّين لمدة يوم واحد، ليتمكن برنامجك من التبديل.</translation>
    </message>
    <message>
        <source>Create secret</source>
        <translation>إنشاء السر</translation>
    </message>
    <message>
        <source>Resend all notifications?</source>
        <translation>هل تريد إعادة إرسال كل الإشعارات؟</translation>
    </message>
    <message>
        <source>All notifications of the last 24 hours are sent through this channel again. Your program can recognize duplicates by their ID.</source>
        <translation>ستُرسل كل إشعارات آخر 24 ساعة عبر هذه القناة مرة أخرى. يمكن لبرنامجك تمييز المكرر منها بمعرّفه.</translation>
    </message>
    <message>
        <source>Resend</source>
        <translation>إعادة الإرسال</translation>
    </message>
</context>
<context>
    <name>OrderDesk</name>
    <message>
        <source>All plans and apps</source>
        <translation>كل الخطط والتطبيقات</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>State</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>الخطة</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>أي وقت</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>آخر أسبوع</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>آخر 30 يومًا</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>آخر سنة</translation>
    </message>
    <message>
        <source>Order date</source>
        <translation>تاريخ الطلبية</translation>
    </message>
    <message>
        <source>No matching orders</source>
        <translation>لا طلبيات مطابقة</translation>
    </message>
    <message>
        <source>Orders of all accounts are listed here.</source>
        <translation>تُدرج هنا طلبيات كل الحسابات.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Export as CSV</source>
        <translation>تصدير بتنسيق CSV</translation>
    </message>
</context>
<context>
    <name>OrderWords</name>
    <message>
        <source>per month</source>
        <translation>شهريًا</translation>
    </message>
    <message>
        <source>per year</source>
        <translation>سنويًا</translation>
    </message>
    <message>
        <source>one-time</source>
        <translation>مرة واحدة</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>بانتظار الدفع</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>مدفوعة</translation>
    </message>
    <message>
        <source>Payment failed</source>
        <translation>فشل الدفع</translation>
    </message>
    <message>
        <source>Canceled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>مستردة</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>منتهية الصلاحية</translation>
    </message>
    <message>
        <source>Mark as paid</source>
        <translation>تعليم كمدفوعة</translation>
    </message>
    <message>
        <source>Mark as failed</source>
        <translation>تعليم كفاشلة</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>إلغاء الطلبية</translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation>تعليم كمستردة</translation>
    </message>
    <message>
        <source>Mark as expired</source>
        <translation>تعليم كمنتهية</translation>
    </message>
    <message>
        <source>The purchase takes effect immediately, as if the payment provider had confirmed the payment.</source>
        <translation>يسري الشراء فورًا، كما لو أن مزوّد الدفع أكّد الدفع.</translation>
    </message>
    <message>
        <source>The customer can try to pay again until the order expires.</source>
        <translation>يمكن للعميل محاولة الدفع مرة أخرى حتى تنتهي صلاحية الطلبية.</translation>
    </message>
    <message>
        <source>The order can no longer be paid.</source>
        <translation>لم يعد ممكنًا دفع الطلبية.</translation>
    </message>
    <message>
        <source>The purchase ends. Return the money through the payment provider.</source>
        <translation>ينتهي الشراء. أعد المبلغ عبر مزوّد الدفع.</translation>
    </message>
    <message>
        <source>the customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>the payment provider</source>
        <translation>مزوّد الدفع</translation>
    </message>
    <message>
        <source>an administrator</source>
        <translation>مسؤول</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>الخادم</translation>
    </message>
    <message numerus="yes">
        <source>Marks kept for %n day(s)</source>
        <translation>
            <numerusform>لا تُحفظ العلامات</numerusform>
            <numerusform>تُحفظ العلامات يومًا واحدًا</numerusform>
            <numerusform>تُحفظ العلامات يومين</numerusform>
            <numerusform>تُحفظ العلامات %n أيام</numerusform>
            <numerusform>تُحفظ العلامات %n يومًا</numerusform>
            <numerusform>تُحفظ العلامات %n يوم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n camera(s)</source>
        <translation>
            <numerusform>بلا كاميرات</numerusform>
            <numerusform>كاميرا واحدة</numerusform>
            <numerusform>كاميرتان كحد أقصى</numerusform>
            <numerusform>%n كاميرات كحد أقصى</numerusform>
            <numerusform>%n كاميرا كحد أقصى</numerusform>
            <numerusform>%n كاميرا كحد أقصى</numerusform>
        </translation>
    </message>
    <message>
        <source>unlimited cameras</source>
        <translation>كاميرات بلا حد</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>PaletteObjects</name>
    <message>
        <source>Motion</source>
        <translation>حركة</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>شخص</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>وجه</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>الإشارة</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>a label and a camera</comment>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>PalettePreview</name>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>%1, %2 failed</source>
        <translation>%1، فشل منها %2</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>الطراز</translation>
    </message>
    <message>
        <source>Shared by</source>
        <translation>مشاركة من</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>لا توجد صورة</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Ongoing</source>
        <translation>مستمر</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>المنصة</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>تاريخ الإنشاء</translation>
    </message>
    <message>
        <source>Trial ends</source>
        <translation>تنتهي التجربة</translation>
    </message>
    <message>
        <source>Calls today</source>
        <translation>استدعاءات اليوم</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>المعرّف</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>الاختصار</translation>
    </message>
    <message>
        <source>Opening it is recorded in the account’s activity.</source>
        <translation>يُسجَّل فتحه في نشاط الحساب.</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Can&apos;t open the browser</source>
        <translation>تعذّر فتح المتصفح</translation>
    </message>
    <message>
        <source>Open this address in a browser to pay.</source>
        <translation>افتح هذا العنوان في متصفح لتدفع.</translation>
    </message>
    <message>
        <source>Payment page</source>
        <translation>صفحة الدفع</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>PersonalDataDialog</name>
    <message>
        <source>Delete account</source>
        <translation>حذف الحساب</translation>
    </message>
    <message>
        <source>Export your data</source>
        <translation>تصدير بياناتك</translation>
    </message>
    <message>
        <source>Your account works as before until the deletion, and you can keep it at any time before. Plans end without a refund. Nothing can be restored afterwards.</source>
        <translation>يعمل حسابك كما كان حتى الحذف، ويمكنك الاحتفاظ به في أي وقت قبله. تنتهي الخطط دون استرداد المبالغ. لا يمكن استعادة أي شيء بعدها.</translation>
    </message>
    <message>
        <source>Choose which files the export has beside the data. A large export takes a while.</source>
        <translation>اختر الملفات التي يضمها التصدير إلى جانب البيانات. يستغرق التصدير الكبير بعض الوقت.</translation>
    </message>
    <message>
        <source>Data only</source>
        <translation>البيانات فقط</translation>
    </message>
    <message>
        <source>With photos, videos, and marks</source>
        <translation>مع الصور ومقاطع الفيديو والعلامات</translation>
    </message>
    <message>
        <source>With recordings too</source>
        <translation>مع التسجيلات أيضًا</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>اترك هذا فارغًا إذا كنت تسجّل الدخول عبر مزوّد آخر فقط.</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>الرمز أو رمز الاسترداد</translation>
    </message>
    <message>
        <source>Only if two-factor sign-in is on.</source>
        <translation>فقط إذا كان الدخول بخطوتين مفعّلًا.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
</context>
<context>
    <name>PictureAge</name>
    <message>
        <source>%1 s ago</source>
        <translation>قبل ⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>قبل ⁨%1⁩ د</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>قبل ⁨%1⁩ س</translation>
    </message>
    <message>
        <source>No connection to the server since %1</source>
        <translation>لا اتصال بالخادم منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>The camera sends no images</source>
        <translation>لا ترسل الكاميرا أي صور</translation>
    </message>
    <message>
        <source>Error since %1</source>
        <translation>خطأ منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>غير متصلة منذ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Check the connection</source>
        <translation>التحقق من الاتصال</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Last frame %1, %2</source>
        <translation>آخر إطار ⁨%1⁩، ⁨%2⁩</translation>
    </message>
</context>
<context>
    <name>PlanDesk</name>
    <message>
        <source>No plans yet</source>
        <translation>لا خطط بعد</translation>
    </message>
    <message>
        <source>Without plans, all data is kept for every account.</source>
        <translation>بدون خطط، تُحفظ كل البيانات لكل الحسابات.</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>إضافة خطة</translation>
    </message>
    <message>
        <source>Stop selling</source>
        <translation>إيقاف البيع</translation>
    </message>
    <message>
        <source>Stop selling “%1”?</source>
        <translation>هل تريد إيقاف بيع «⁨%1⁩»؟</translation>
    </message>
    <message>
        <source>New orders are no longer possible. Current customers keep the plan until it ends.</source>
        <translation>لن تكون الطلبيات الجديدة ممكنة. يحتفظ العملاء الحاليون بالخطة حتى تنتهي.</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>خطة جديدة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>السعر</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Days to keep</source>
        <translation>أيام الحفظ</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Storage (GB)</source>
        <translation>التخزين (غيغابايت)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Start selling</source>
        <translation>بدء البيع</translation>
    </message>
</context>
<context>
    <name>PlansPage</name>
    <message>
        <source>Plans</source>
        <translation>الخطط</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Can&apos;t save the receipt.</source>
        <translation>تعذّر حفظ الإيصال.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبيات</translation>
    </message>
    <message>
        <source>No plans available</source>
        <translation>لا خطط متاحة</translation>
    </message>
    <message>
        <source>This server keeps all data for every account.</source>
        <translation>يحفظ هذا الخادم كل البيانات لكل الحسابات.</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>تجديد</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>طلب</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>الطلبية ⁨%1⁩</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>لا طلبيات بعد</translation>
    </message>
    <message>
        <source>Your orders are listed here with their history and receipts.</source>
        <translation>تُدرج هنا طلبياتك مع سجلها وإيصالاتها.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>دفع</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>Credit note</source>
        <translation>إشعار دائن</translation>
    </message>
    <message>
        <source>Order %1?</source>
        <translation>هل تريد طلب ⁨%1⁩؟</translation>
    </message>
    <message>
        <source>You order %1 for %2. The payment page opens next.</source>
        <translation>أنت تطلب ⁨%1⁩ بسعر ⁨%2⁩. ستُفتح بعدها صفحة الدفع.</translation>
    </message>
</context>
<context>
    <name>PlayerBar</name>
    <message>
        <source>Go live</source>
        <translation>الانتقال إلى البث المباشر</translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n min behind</source>
        <translation>
            <numerusform>الانتقال إلى البث المباشر</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر دقيقة</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر دقيقتين</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n دقائق</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n دقيقة</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n h behind</source>
        <translation>
            <numerusform>الانتقال إلى البث المباشر</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر ساعة</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر ساعتين</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n ساعات</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n ساعة</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n ساعة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Go live, %n day(s) behind</source>
        <translation>
            <numerusform>الانتقال إلى البث المباشر</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر يومًا</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر يومين</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n أيام</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n يومًا</numerusform>
            <numerusform>الانتقال إلى البث المباشر، متأخر %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Previous mark (J)</source>
        <translation>العلامة السابقة (J)</translation>
    </message>
    <message>
        <source>Back 5 s (←)</source>
        <translation>رجوع 5 ث (←)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Forward 5 s (→)</source>
        <translation>تقدّم 5 ث (→)</translation>
    </message>
    <message>
        <source>Next mark (K)</source>
        <translation>العلامة التالية (K)</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>أبطأ</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>speed</comment>
        <translation>‏⁨%1⁩×</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>أسرع</translation>
    </message>
    <message>
        <source>Save the picture (S)</source>
        <translation>حفظ الصورة (S)</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>Hide boxes (B)</source>
        <translation>إخفاء المربعات (B)</translation>
    </message>
    <message>
        <source>Show boxes (B)</source>
        <translation>إظهار المربعات (B)</translation>
    </message>
    <message>
        <source>Leave full screen (F)</source>
        <translation>إنهاء ملء الشاشة (F)</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>ملء الشاشة (F)</translation>
    </message>
</context>
<context>
    <name>PreferencesMenu</name>
    <message>
        <source>System theme</source>
        <translation>سمة النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>تقليل الحركة</translation>
    </message>
</context>
<context>
    <name>PreviewLane</name>
    <message numerus="yes">
        <source>%1: %n mark(s)</source>
        <translation>
            <numerusform>⁨%1⁩: لا علامات</numerusform>
            <numerusform>⁨%1⁩: علامة واحدة</numerusform>
            <numerusform>⁨%1⁩: علامتان</numerusform>
            <numerusform>⁨%1⁩: %n علامات</numerusform>
            <numerusform>⁨%1⁩: %n علامة</numerusform>
            <numerusform>⁨%1⁩: %n علامة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewNote</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>names of cameras</comment>
        <translation>
            <numerusform>⁨%1⁩ ولا أخرى</numerusform>
            <numerusform>⁨%1⁩ وواحدة أخرى</numerusform>
            <numerusform>⁨%1⁩ واثنتان أخريان</numerusform>
            <numerusform>⁨%1⁩ و%n أخرى</numerusform>
            <numerusform>⁨%1⁩ و%n أخرى</numerusform>
            <numerusform>⁨%1⁩ و%n أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>Trying the rule on the last 24 hours…</source>
        <translation>تجري تجربة القاعدة على آخر 24 ساعة…</translation>
    </message>
    <message>
        <source>Add a camera to see what the rule would have done.</source>
        <translation>أضف كاميرا لترى ما كانت القاعدة ستفعله.</translation>
    </message>
    <message>
        <source>The preview can&apos;t be computed now.</source>
        <translation>يتعذّر حساب المعاينة الآن.</translation>
    </message>
    <message>
        <source>This server can&apos;t find objects now. Ask its administrator.</source>
        <translation>لا يستطيع هذا الخادم العثور على أجسام الآن. اسأل مسؤوله.</translation>
    </message>
    <message>
        <source>No objects were looked for at %1 in this time. Save and apply the rule, or always look for objects. While something moves, this takes up to half a processor core of the server.</source>
        <translation>لم يُبحث عن أجسام عند ⁨%1⁩ في هذا الوقت. احفظ القاعدة وطبّقها، أو ابحث دائمًا عن الأجسام. ما دام هناك شيء يتحرك، يستهلك ذلك حتى نصف نواة معالج من الخادم.</translation>
    </message>
    <message>
        <source>Objects are looked for at %1 from now on. Try the rule again later.</source>
        <translation>يُبحث عن الأجسام عند ⁨%1⁩ من الآن فصاعدًا. جرّب القاعدة مرة أخرى لاحقًا.</translation>
    </message>
    <message>
        <source>No faces were looked for in this time. Save the rule to start.</source>
        <translation>لم يُبحث عن وجوه في هذا الوقت. احفظ القاعدة للبدء.</translation>
    </message>
    <message>
        <source>No motion was looked for in this time. Save the rule to start.</source>
        <translation>لم يُبحث عن حركة في هذا الوقت. احفظ القاعدة للبدء.</translation>
    </message>
    <message>
        <source>Not everything is shown, because there is too much.</source>
        <translation>لا يُعرض كل شيء لكثرته.</translation>
    </message>
    <message>
        <source>Always look for objects</source>
        <translation>البحث دائمًا عن الأجسام</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Fix the highlighted fields.</source>
        <translation>صحّح الحقول المميّزة.</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>Contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Email language</source>
        <translation>لغة البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Billing</source>
        <translation>الفوترة</translation>
    </message>
    <message>
        <source>Trials only</source>
        <translation>فترات تجريبية فقط</translation>
    </message>
    <message>
        <source>Monthly</source>
        <translation>شهريًا</translation>
    </message>
    <message>
        <source>Yearly</source>
        <translation>سنويًا</translation>
    </message>
    <message>
        <source>Payment token</source>
        <translation>رمز الدفع</translation>
    </message>
    <message>
        <source>Provided by your payment provider. Never enter a card number.</source>
        <translation>يقدّمه مزوّد الدفع. لا تُدخل رقم بطاقة أبدًا.</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>العنوان البريدي</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>عنوان الفوترة</translation>
    </message>
</context>
<context>
    <name>PurchaseCard</name>
    <message>
        <source>Payment</source>
        <translation>الدفع</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Can&apos;t save the receipt.</source>
        <translation>تعذّر حفظ الإيصال.</translation>
    </message>
    <message>
        <source>The app is active.</source>
        <translation>التطبيق نشط.</translation>
    </message>
    <message>
        <source>The app becomes active once the order is paid.</source>
        <translation>ينشط التطبيق بعد دفع الطلبية.</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>دفع</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>التطوير</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>G, then %1</source>
        <comment>two keys</comment>
        <translation>‏G ثم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>الصفحات</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <translation>Ctrl K</translation>
    </message>
    <message>
        <source>User menu</source>
        <translation>قائمة المستخدم</translation>
    </message>
    <message>
        <source>Letter shortcuts</source>
        <translation>اختصارات الأحرف</translation>
    </message>
    <message>
        <source>Larger text (now %1%)</source>
        <translation>نص أكبر (الآن %1%)</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>إشعارات سطح المكتب</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>الخادم: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Copy the server address %1</source>
        <translation>نسخ عنوان الخادم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Accounts and servers</source>
        <translation>الحسابات والخوادم</translation>
    </message>
    <message numerus="yes">
        <source>Accounts and servers (%n unread)</source>
        <translation>
            <numerusform>الحسابات والخوادم (%n غير مقروء)</numerusform>
            <numerusform>الحسابات والخوادم (%n غير مقروء)</numerusform>
            <numerusform>الحسابات والخوادم (%n غير مقروء)</numerusform>
            <numerusform>الحسابات والخوادم (%n غير مقروء)</numerusform>
            <numerusform>الحسابات والخوادم (%n غير مقروء)</numerusform>
            <numerusform>الحسابات والخوادم (%n غير مقروء)</numerusform>
        </translation>
    </message>
    <message>
        <source>Server status</source>
        <translation>حالة الخادم</translation>
    </message>
</context>
<context>
    <name>RailEntry</name>
    <message numerus="yes">
        <source>%1, %n unread</source>
        <translation>
            <numerusform>⁨%1⁩، لا شيء غير مقروء</numerusform>
            <numerusform>⁨%1⁩، عنصر غير مقروء</numerusform>
            <numerusform>⁨%1⁩، عنصران غير مقروءين</numerusform>
            <numerusform>⁨%1⁩، %n عناصر غير مقروءة</numerusform>
            <numerusform>⁨%1⁩، %n عنصرًا غير مقروء</numerusform>
            <numerusform>⁨%1⁩، %n عنصر غير مقروء</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an entry and its keys</comment>
        <translation>‏⁨%1⁩ (⁨%2⁩)</translation>
    </message>
</context>
<context>
    <name>RecordingForm</name>
    <message>
        <source>Nothing is recorded. Live video and the clips of marks still work.</source>
        <translation>لا يُسجَّل شيء. يظل البث المباشر ومقاطع العلامات يعملان.</translation>
    </message>
    <message>
        <source>Everything is recorded.</source>
        <translation>يُسجَّل كل شيء.</translation>
    </message>
    <message>
        <source>Each mark is recorded, with the seconds before and after it.</source>
        <translation>تُسجَّل كل علامة مع الثواني التي قبلها وبعدها.</translation>
    </message>
    <message>
        <source>Everything is recorded at these times, in the time zone of the account.</source>
        <translation>يُسجَّل كل شيء في هذه الأوقات، حسب المنطقة الزمنية للحساب.</translation>
    </message>
    <message>
        <source>Seconds before a mark</source>
        <translation>الثواني قبل العلامة</translation>
    </message>
    <message>
        <source>Seconds after a mark</source>
        <translation>الثواني بعد العلامة</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Keep for at most (days)</source>
        <translation>الحفظ مدة أقصاها (أيام)</translation>
    </message>
    <message>
        <source>Keep at most (GB)</source>
        <translation>الحفظ بحجم أقصاه (غيغابايت)</translation>
    </message>
    <message>
        <source>0: as much as the plan and the server keep. The oldest recordings are deleted first.</source>
        <translation>0: بقدر ما تحفظه الخطة والخادم. تُحذف أقدم التسجيلات أولًا.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>Photos and videos</source>
        <translation>الصور ومقاطع الفيديو</translation>
    </message>
    <message>
        <source>%1 in the last 24 hours</source>
        <translation>%1 في آخر 24 ساعة</translation>
    </message>
</context>
<context>
    <name>RecordingView</name>
    <message>
        <source>Nothing was recorded at this time.</source>
        <translation>لم يُسجَّل شيء في هذا الوقت.</translation>
    </message>
    <message>
        <source>Live view of %1</source>
        <translation>البث المباشر من ⁨%1⁩</translation>
    </message>
    <message>
        <source>Recording of %1</source>
        <translation>تسجيل ⁨%1⁩</translation>
    </message>
    <message>
        <source>Recorded, %1</source>
        <translation>مسجَّل، ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>RecoveryCodesDialog</name>
    <message>
        <source>Save your recovery codes</source>
        <translation>احفظ رموز الاسترداد</translation>
    </message>
    <message>
        <source>Each code signs you in once if you lose your authenticator app. Keep the codes in a safe place: they won&apos;t be shown again.</source>
        <translation>يتيح لك كل رمز تسجيل الدخول مرة واحدة إذا فقدت تطبيق المصادقة. احفظ الرموز في مكان آمن، فلن تظهر مرة أخرى.</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>رموز الاسترداد</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>نسخ الكل</translation>
    </message>
    <message>
        <source>I have saved the codes</source>
        <translation>لقد حفظت الرموز</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
</context>
<context>
    <name>ReferencePanel</name>
    <message>
        <source>Search calls</source>
        <translation>البحث في الاستدعاءات</translation>
    </message>
    <message>
        <source>No matching calls</source>
        <translation>لا استدعاءات مطابقة</translation>
    </message>
    <message>
        <source>Try a word of a path, such as zone, or a method.</source>
        <translation>جرّب كلمة من مسار، مثل zone، أو اسم طريقة.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>نموذج</translation>
    </message>
    <message>
        <source>The sample reads these environment variables: %1</source>
        <translation>يقرأ النموذج متغيرات البيئة هذه: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Open documentation</source>
        <translation>فتح الوثائق</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Create an account</source>
        <translation>إنشاء حساب</translation>
    </message>
    <message>
        <source>Check your email</source>
        <translation>تحقق من بريدك الإلكتروني</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>مرحبًا!</translation>
    </message>
    <message>
        <source>For developers: add cameras and register apps.</source>
        <translation>للمطورين: أضف الكاميرات وسجّل التطبيقات.</translation>
    </message>
    <message>
        <source>We sent a six-digit code to %1.</source>
        <translation>أرسلنا رمزًا من ستة أرقام إلى ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Your email address is verified. Signing in…</source>
        <translation>تم التحقق من عنوان بريدك الإلكتروني. جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Your email address is verified. You can sign in now.</source>
        <translation>تم التحقق من عنوان بريدك الإلكتروني. يمكنك تسجيل الدخول الآن.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>الهاتف (اختياري)</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Creating account…</source>
        <translation>جارٍ إنشاء الحساب…</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>إنشاء الحساب</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>لدي حساب بالفعل</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>تحقق</translation>
    </message>
    <message>
        <source>Resend in %1 s</source>
        <translation>إعادة الإرسال بعد ⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>Resend code</source>
        <translation>إعادة إرسال الرمز</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>Registration</name>
    <message>
        <source>Very weak</source>
        <translation>ضعيفة جدًا</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>ضعيفة</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>متوسطة</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>قوية</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>قوية جدًا</translation>
    </message>
    <message>
        <source>Make it longer.</source>
        <translation>اجعلها أطول.</translation>
    </message>
    <message>
        <source>This password is common and easy to guess.</source>
        <translation>كلمة المرور هذه شائعة وسهلة التخمين.</translation>
    </message>
    <message>
        <source>Don&apos;t use your name or email address.</source>
        <translation>لا تستخدم اسمك أو عنوان بريدك الإلكتروني.</translation>
    </message>
    <message>
        <source>Avoid repeated characters and words.</source>
        <translation>تجنّب تكرار الأحرف والكلمات.</translation>
    </message>
    <message>
        <source>Avoid sequences such as abc or 1234.</source>
        <translation>تجنّب التسلسلات مثل abc أو 1234.</translation>
    </message>
    <message>
        <source>Avoid neighboring keys such as qwerty.</source>
        <translation>تجنّب المفاتيح المتجاورة مثل qwerty.</translation>
    </message>
    <message>
        <source>Avoid dates.</source>
        <translation>تجنّب التواريخ.</translation>
    </message>
    <message>
        <source>Add one or two uncommon words.</source>
        <translation>أضف كلمة أو كلمتين غير شائعتين.</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>نقطة النهاية</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>الاستعلام</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>⁨%1⁩ م.ث</translation>
    </message>
    <message>
        <source>Caller</source>
        <translation>المستدعي</translation>
    </message>
    <message>
        <source>A user of the app</source>
        <translation>مستخدم للتطبيق</translation>
    </message>
    <message>
        <source>The app</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Idempotency</source>
        <translation>الحصانة من التكرار</translation>
    </message>
    <message>
        <source>The answer repeats that of an earlier request with the same key.</source>
        <translation>تكرر الاستجابة استجابة طلب سابق بالمفتاح نفسه.</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>معرّف الطلب</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Request body without secrets</source>
        <translation>نص الطلب دون الأسرار</translation>
    </message>
    <message>
        <source>Repeat with curl</source>
        <translation>التكرار باستخدام curl</translation>
    </message>
    <message>
        <source>Set the variable APP_KEY or ACCESS_TOKEN first, and replace each REDACTED.</source>
        <translation>اضبط المتغير APP_KEY أو ACCESS_TOKEN أولًا، واستبدل كل REDACTED.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>Copy curl command</source>
        <translation>نسخ أمر curl</translation>
    </message>
    <message>
        <source>Documentation</source>
        <translation>الوثائق</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>RequestRow</name>
    <message>
        <source>%1 ms</source>
        <translation>⁨%1⁩ م.ث</translation>
    </message>
</context>
<context>
    <name>RequestsCard</name>
    <message>
        <source>Requests</source>
        <translation>الطلبات</translation>
    </message>
    <message>
        <source>All statuses</source>
        <translation>كل الحالات</translation>
    </message>
    <message>
        <source>Succeeded (2xx)</source>
        <translation>ناجحة (2xx)</translation>
    </message>
    <message>
        <source>Client errors (4xx)</source>
        <translation>أخطاء العميل (4xx)</translation>
    </message>
    <message>
        <source>Server errors (5xx)</source>
        <translation>أخطاء الخادم (5xx)</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>كل الطرق</translation>
    </message>
    <message>
        <source>The calls of this app in the last 7 days, without secrets</source>
        <translation>استدعاءات هذا التطبيق في آخر 7 أيام، دون الأسرار</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>الطريقة</translation>
    </message>
    <message>
        <source>Path or request ID</source>
        <translation>المسار أو معرّف الطلب</translation>
    </message>
    <message>
        <source>Reload</source>
        <translation>إعادة التحميل</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>No matching requests</source>
        <translation>لا طلبات مطابقة</translation>
    </message>
    <message>
        <source>No requests yet. New requests appear here within seconds.</source>
        <translation>لا طلبات بعد. تظهر الطلبات الجديدة هنا خلال ثوانٍ.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>آخر 7 أيام</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>آخر ساعة</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>آخر يوم</translation>
    </message>
    <message>
        <source>Last 3 days</source>
        <translation>آخر 3 أيام</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Error code</source>
        <translation>رمز الخطأ</translation>
    </message>
</context>
<context>
    <name>ReviewKeys</name>
    <message>
        <source>next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>mark read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Del</source>
        <comment>a key</comment>
        <translation>Del</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Space</source>
        <comment>a key</comment>
        <translation>المسافة</translation>
    </message>
    <message>
        <source>play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Enter</source>
        <comment>a key</comment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>select</source>
        <translation>تحديد</translation>
    </message>
    <message>
        <source>why</source>
        <translation>السبب</translation>
    </message>
</context>
<context>
    <name>ReviewStrip</name>
    <message>
        <source>To review</source>
        <translation>للمراجعة</translation>
    </message>
    <message>
        <source>No unread marks</source>
        <translation>لا علامات غير مقروءة</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>تعليم الكل كمقروء</translation>
    </message>
    <message>
        <source>Open Review</source>
        <translation>فتح المراجعة</translation>
    </message>
</context>
<context>
    <name>RulePreview</name>
    <message>
        <source>Moving area</source>
        <translation>المساحة المتحركة</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>درجة الثقة</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>زائلة</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>باقية</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>منتقلة</translation>
    </message>
    <message>
        <source>Near miss</source>
        <translation>قاربت</translation>
    </message>
    <message>
        <source>%1 of the image changed (threshold %2)</source>
        <translation>تغيّر ⁨%1⁩ من الصورة (الحد ⁨%2⁩)</translation>
    </message>
    <message>
        <source>The largest moving area was %1 (at least %2)</source>
        <translation>بلغت أكبر مساحة متحركة ⁨%1⁩ (⁨%2⁩ على الأقل)</translation>
    </message>
    <message>
        <source>Confidence %1 (at least %2)</source>
        <translation>درجة الثقة ⁨%1⁩ (⁨%2⁩ على الأقل)</translation>
    </message>
    <message>
        <source>Size %1 (at least %2)</source>
        <translation>الحجم ⁨%1⁩ (⁨%2⁩ على الأقل)</translation>
    </message>
    <message>
        <source>Lasted %1 s (at least %2 s)</source>
        <translation>استمر ⁨%1⁩ ث (⁨%2⁩ ث على الأقل)</translation>
    </message>
    <message>
        <source>Stayed for %1 s (at least %2 s)</source>
        <translation>بقي ⁨%1⁩ ث (⁨%2⁩ ث على الأقل)</translation>
    </message>
    <message>
        <source>%1 s after the last mark (at least %2 s)</source>
        <translation>بعد العلامة الأخيرة بمدة ⁨%1⁩ ث (⁨%2⁩ ث على الأقل)</translation>
    </message>
    <message>
        <source>The hourly limit was reached</source>
        <translation>تم بلوغ الحد في الساعة</translation>
    </message>
    <message>
        <source>Came close to the line, without crossing it</source>
        <translation>اقترب من الخط دون عبوره</translation>
    </message>
    <message>
        <source>%1 seen (at least %2)</source>
        <comment>numbers</comment>
        <translation>شوهد ⁨%1⁩ (⁨%2⁩ على الأقل)</translation>
    </message>
    <message>
        <source>The conditions were not met</source>
        <translation>لم تتحقق الشروط</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>معاينة</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>آخر 24 ساعة</translation>
    </message>
    <message numerus="yes">
        <source>Last 24 hours, %n camera(s), computed in %1 s</source>
        <translation>
            <numerusform>آخر 24 ساعة، لا كاميرات، حُسبت في ⁨%1⁩ ث</numerusform>
            <numerusform>آخر 24 ساعة، كاميرا واحدة، حُسبت في ⁨%1⁩ ث</numerusform>
            <numerusform>آخر 24 ساعة، كاميرتان، حُسبت في ⁨%1⁩ ث</numerusform>
            <numerusform>آخر 24 ساعة، %n كاميرات، حُسبت في ⁨%1⁩ ث</numerusform>
            <numerusform>آخر 24 ساعة، %n كاميرا، حُسبت في ⁨%1⁩ ث</numerusform>
            <numerusform>آخر 24 ساعة، %n كاميرا، حُسبت في ⁨%1⁩ ث</numerusform>
        </translation>
    </message>
    <message>
        <source>marks that are there</source>
        <translation>العلامات الموجودة</translation>
    </message>
    <message>
        <source>marks by this rule</source>
        <translation>علامات هذه القاعدة</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديدة</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>زائلة</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message>
        <source>This rule</source>
        <translation>هذه القاعدة</translation>
    </message>
    <message>
        <source>now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>جديدة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Gone %1</source>
        <translation>زائلة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>باقية ⁨%1⁩</translation>
    </message>
    <message>
        <source>Near misses %1</source>
        <translation>قاربت ⁨%1⁩</translation>
    </message>
    <message>
        <source>Nothing came close to a mark.</source>
        <translation>لم يقترب شيء من أن يكون علامة.</translation>
    </message>
    <message>
        <source>No marks of this kind.</source>
        <translation>لا علامات من هذا النوع.</translation>
    </message>
    <message>
        <source>Entered %1 of %2 zones in order</source>
        <translation>دخل ⁨%1⁩ من ⁨%2⁩ مناطق بالترتيب</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a condition; what was missing</comment>
        <translation>⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Condition: %1</source>
        <translation>الشرط: ⁨%1⁩</translation>
    </message>
</context>
<context>
    <name>SandboxCard</name>
    <message>
        <source>Sandbox cameras</source>
        <translation>كاميرات الاختبار</translation>
    </message>
    <message>
        <source>Delete sandbox camera?</source>
        <translation>هل تريد حذف كاميرا الاختبار؟</translation>
    </message>
    <message>
        <source>The camera and its marks are permanently deleted.</source>
        <translation>ستُحذف الكاميرا وعلاماتها نهائيًا.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>A sandbox camera shows a scene again and again, so that your tests know which marks to expect. It does not count toward the plan, and is deleted when the trial ends.</source>
        <translation>تعرض كاميرا الاختبار مشهدًا مرارًا وتكرارًا، لتعرف اختباراتك العلامات المتوقعة. لا تُحتسب ضمن الخطة، وتُحذف عند انتهاء الفترة التجريبية.</translation>
    </message>
    <message numerus="yes">
        <source>%1, every %n second(s)</source>
        <translation>
            <numerusform>⁨%1⁩، باستمرار</numerusform>
            <numerusform>⁨%1⁩، كل ثانية</numerusform>
            <numerusform>⁨%1⁩، كل ثانيتين</numerusform>
            <numerusform>⁨%1⁩، كل %n ثوانٍ</numerusform>
            <numerusform>⁨%1⁩، كل %n ثانية</numerusform>
            <numerusform>⁨%1⁩، كل %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Expected marks</source>
        <translation>العلامات المتوقعة</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>حذف ⁨%1⁩</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>No sandbox cameras yet</source>
        <translation>لا كاميرات اختبار بعد</translation>
    </message>
    <message>
        <source>Add sandbox camera…</source>
        <translation>إضافة كاميرا اختبار…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>SandboxDialog</name>
    <message>
        <source>Add sandbox camera</source>
        <translation>إضافة كاميرا اختبار</translation>
    </message>
    <message>
        <source>%1 (not available on this server)</source>
        <translation>⁨%1⁩ (غير متاح على هذا الخادم)</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>المشهد</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>كل</translation>
    </message>
    <message>
        <source>Interval in seconds</source>
        <translation>الفاصل بالثواني</translation>
    </message>
    <message>
        <source>seconds (at least %1)</source>
        <translation>ثانية (⁨%1⁩ على الأقل)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>إضافة كاميرا</translation>
    </message>
</context>
<context>
    <name>SceneNames</name>
    <message>
        <source>Walk</source>
        <translation>مرور</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>وجه</translation>
    </message>
    <message>
        <source>Covered lens</source>
        <translation>عدسة محجوبة</translation>
    </message>
    <message>
        <source>Lost stream</source>
        <translation>بث منقطع</translation>
    </message>
    <message>
        <source>A person walks through the room from left to right.</source>
        <translation>شخص يعبر الغرفة من اليسار إلى اليمين.</translation>
    </message>
    <message>
        <source>A person looks into the camera.</source>
        <translation>شخص ينظر إلى الكاميرا.</translation>
    </message>
    <message>
        <source>Something covers the lens, and the picture is dark.</source>
        <translation>شيء يحجب العدسة، والصورة مظلمة.</translation>
    </message>
    <message>
        <source>The camera stops sending and cannot be reached.</source>
        <translation>تتوقف الكاميرا عن الإرسال ويتعذّر الوصول إليها.</translation>
    </message>
</context>
<context>
    <name>ScopeNames</name>
    <message>
        <source>read and change your account</source>
        <translation>قراءة حسابك وتغييره</translation>
    </message>
    <message>
        <source>read your account</source>
        <translation>قراءة حسابك</translation>
    </message>
    <message>
        <source>manage your apps</source>
        <translation>إدارة تطبيقاتك</translation>
    </message>
    <message>
        <source>see your apps</source>
        <translation>رؤية تطبيقاتك</translation>
    </message>
    <message>
        <source>manage your cameras</source>
        <translation>إدارة كاميراتك</translation>
    </message>
    <message>
        <source>see your cameras</source>
        <translation>رؤية كاميراتك</translation>
    </message>
    <message>
        <source>share your cameras</source>
        <translation>مشاركة كاميراتك</translation>
    </message>
    <message>
        <source>watch live and recorded video</source>
        <translation>مشاهدة البث المباشر والمسجَّل</translation>
    </message>
    <message>
        <source>manage recordings</source>
        <translation>إدارة التسجيلات</translation>
    </message>
    <message>
        <source>see recordings</source>
        <translation>رؤية التسجيلات</translation>
    </message>
    <message>
        <source>manage marks</source>
        <translation>إدارة العلامات</translation>
    </message>
    <message>
        <source>see marks</source>
        <translation>رؤية العلامات</translation>
    </message>
    <message>
        <source>change your rules</source>
        <translation>تغيير قواعدك</translation>
    </message>
    <message>
        <source>see your rules</source>
        <translation>رؤية قواعدك</translation>
    </message>
    <message>
        <source>order plans</source>
        <translation>طلب الخطط</translation>
    </message>
    <message>
        <source>see plans and orders</source>
        <translation>رؤية الخطط والطلبيات</translation>
    </message>
    <message>
        <source>manage notifications</source>
        <translation>إدارة الإشعارات</translation>
    </message>
    <message>
        <source>read notifications</source>
        <translation>قراءة الإشعارات</translation>
    </message>
    <message>
        <source>analyze images</source>
        <translation>تحليل الصور</translation>
    </message>
    <message>
        <source>administer this server</source>
        <translation>إدارة هذا الخادم</translation>
    </message>
    <message>
        <source>know who you are</source>
        <translation>معرفة هويتك</translation>
    </message>
    <message>
        <source>know your name</source>
        <translation>معرفة اسمك</translation>
    </message>
    <message>
        <source>know your email address</source>
        <translation>معرفة عنوان بريدك الإلكتروني</translation>
    </message>
    <message>
        <source>know your phone number</source>
        <translation>معرفة رقم هاتفك</translation>
    </message>
    <message>
        <source>stay signed in</source>
        <translation>البقاء مسجّل الدخول</translation>
    </message>
</context>
<context>
    <name>ScreenControls</name>
    <message>
        <source>Save a snapshot</source>
        <translation>حفظ لقطة</translation>
    </message>
    <message>
        <source>Save a snapshot (S)</source>
        <translation>حفظ لقطة (S)</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>إنهاء ملء الشاشة</translation>
    </message>
    <message>
        <source>Leave full screen (F)</source>
        <translation>إنهاء ملء الشاشة (F)</translation>
    </message>
</context>
<context>
    <name>SecondFactorCard</name>
    <message>
        <source>Two-factor sign-in</source>
        <translation>الدخول بخطوتين</translation>
    </message>
    <message>
        <source>Two-factor sign-in is off.</source>
        <translation>الدخول بخطوتين متوقف.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>On since %1. A sign-in asks for a code of your authenticator app.</source>
        <translation>مفعّل منذ ⁨%1⁩. يُطلب عند تسجيل الدخول رمز من تطبيق المصادقة.</translation>
    </message>
    <message>
        <source>Off. This server requires it of staff: until you set it up, you can&apos;t do anything else.</source>
        <translation>متوقف. يشترطه هذا الخادم على الموظفين: لا يمكنك فعل شيء آخر حتى تُعدّه.</translation>
    </message>
    <message>
        <source>Off. With an authenticator app, nobody can sign in with your password alone.</source>
        <translation>متوقف. باستخدام تطبيق مصادقة، لا يمكن لأحد تسجيل الدخول بكلمة مرورك وحدها.</translation>
    </message>
    <message numerus="yes">
        <source>%n unused recovery code(s).</source>
        <translation>
            <numerusform>لا رموز استرداد غير مستخدمة.</numerusform>
            <numerusform>رمز استرداد واحد غير مستخدم.</numerusform>
            <numerusform>رمزا استرداد غير مستخدمين.</numerusform>
            <numerusform>%n رموز استرداد غير مستخدمة.</numerusform>
            <numerusform>%n رمز استرداد غير مستخدم.</numerusform>
            <numerusform>%n رمز استرداد غير مستخدم.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>إعداد…</translation>
    </message>
    <message>
        <source>New recovery codes…</source>
        <translation>رموز استرداد جديدة…</translation>
    </message>
    <message>
        <source>Switch off…</source>
        <translation>إيقاف…</translation>
    </message>
    <message>
        <source>On with security keys. Apps that open no web page ask for a code: set up an authenticator app, or use your recovery codes.</source>
        <translation>مفعّل بمفاتيح الأمان. تطلب التطبيقات التي لا تفتح صفحة ويب رمزًا: أعدّ تطبيق مصادقة، أو استخدم رموز الاسترداد.</translation>
    </message>
</context>
<context>
    <name>SecondFactorProofDialog</name>
    <message>
        <source>Switch two-factor sign-in off</source>
        <translation>إيقاف الدخول بخطوتين</translation>
    </message>
    <message>
        <source>New recovery codes</source>
        <translation>رموز استرداد جديدة</translation>
    </message>
    <message>
        <source>Your password alone can sign in again. Your recovery codes will no longer be valid.</source>
        <translation>ستكفي كلمة المرور وحدها لتسجيل الدخول، ولن تعود رموز الاسترداد صالحة.</translation>
    </message>
    <message>
        <source>You get ten new codes. The earlier ones will no longer be valid.</source>
        <translation>ستحصل على عشرة رموز جديدة، ولن تعود الرموز السابقة صالحة.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>اترك هذا فارغًا إذا كنت تسجّل الدخول عبر مزوّد آخر فقط.</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>الرمز أو رمز الاسترداد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Create codes</source>
        <translation>إنشاء الرموز</translation>
    </message>
</context>
<context>
    <name>SecondFactorSetupDialog</name>
    <message>
        <source>Set up two-factor sign-in</source>
        <translation>إعداد الدخول بخطوتين</translation>
    </message>
    <message>
        <source>Scan the QR code with your authenticator app, or enter the key by hand. Then enter the code that the app shows.</source>
        <translation>امسح رمز QR ضوئيًا بتطبيق المصادقة، أو أدخل المفتاح يدويًا. ثم أدخل الرمز الذي يعرضه التطبيق.</translation>
    </message>
    <message>
        <source>You need an authenticator app on your phone. Confirm your password first. Leave it empty if you sign in only with another provider.</source>
        <translation>تحتاج إلى تطبيق مصادقة على هاتفك. أكّد كلمة مرورك أولًا. اتركها فارغة إذا كنت تسجّل الدخول عبر مزوّد آخر فقط.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>You have security keys. One of your recovery codes shows that it is you.</source>
        <translation>لديك مفاتيح أمان. يثبت أحد رموز الاسترداد أنك أنت.</translation>
    </message>
    <message>
        <source>QR code with the key below</source>
        <translation>رمز QR بالمفتاح أدناه</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>المفتاح</translation>
    </message>
    <message>
        <source>Sign out all other devices and apps</source>
        <translation>تسجيل الخروج من كل الأجهزة والتطبيقات الأخرى</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>تفعيل</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>SecondStepPage</name>
    <message>
        <source>Enter your code</source>
        <translation>أدخل الرمز</translation>
    </message>
    <message>
        <source>Each of your recovery codes works once.</source>
        <translation>يعمل كل رمز من رموز الاسترداد مرة واحدة.</translation>
    </message>
    <message>
        <source>Your authenticator app shows the code.</source>
        <translation>يعرض تطبيق المصادقة الرمز.</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>رمز الاسترداد</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Use the authenticator app</source>
        <translation>استخدام تطبيق المصادقة</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>استخدام رمز استرداد</translation>
    </message>
</context>
<context>
    <name>SecretDialog</name>
    <message>
        <source>Secret of “%1”</source>
        <translation>سر «⁨%1⁩»</translation>
    </message>
    <message>
        <source>Your program uses this secret to verify signatures. Copy it now: it won&apos;t be shown again.</source>
        <translation>يستخدم برنامجك هذا السر للتحقق من التواقيع. انسخه الآن، فلن يظهر مرة أخرى.</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>السر</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>لقد نسخته</translation>
    </message>
</context>
<context>
    <name>SecurityKeyDialog</name>
    <message>
        <source>Remove security key</source>
        <translation>إزالة مفتاح الأمان</translation>
    </message>
    <message>
        <source>Security key</source>
        <translation>مفتاح الأمان</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>“%1” can no longer sign in, and all other devices, browsers, and apps are signed out. You can also remove the key on the web page for keys, without a code.</source>
        <translation>لن يتمكن «%1» من تسجيل الدخول، وسيُسجّل خروج كل الأجهزة والمتصفحات والتطبيقات الأخرى. يمكنك أيضًا إزالة المفتاح في صفحة الويب الخاصة بالمفاتيح بلا رمز.</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>Leave this empty if you sign in only with another provider.</source>
        <translation>اترك هذا فارغًا إذا كنت تسجّل الدخول عبر مزوّد آخر فقط.</translation>
    </message>
    <message>
        <source>Code or recovery code</source>
        <translation>الرمز أو رمز الاسترداد</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>إزالة…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>SecurityKeysCard</name>
    <message>
        <source>Security keys and passkeys</source>
        <translation>مفاتيح الأمان ومفاتيح المرور</translation>
    </message>
    <message>
        <source>Sign in on web pages with a security key, a fingerprint, or a screen lock. Keys are added in your browser.</source>
        <translation>سجّل الدخول في صفحات الويب بمفتاح أمان أو بصمة إصبع أو قفل شاشة. تُضاف المفاتيح في متصفحك.</translation>
    </message>
    <message>
        <source>No keys yet</source>
        <translation>لا مفاتيح بعد</translation>
    </message>
    <message>
        <source>This server has no security keys: it must be reached by its name over HTTPS.</source>
        <translation>لا مفاتيح أمان على هذا الخادم: يجب أن يُوصل إليه باسمه عبر HTTPS.</translation>
    </message>
    <message>
        <source>Security key renamed.</source>
        <translation>أُعيدت تسمية مفتاح الأمان.</translation>
    </message>
    <message>
        <source>Security key removed. All other devices are signed out.</source>
        <translation>أُزيل مفتاح الأمان، وسُجّل خروج كل الأجهزة الأخرى.</translation>
    </message>
    <message>
        <source>Passkey</source>
        <translation>مفتاح مرور</translation>
    </message>
    <message>
        <source>Added %1 · last used %2</source>
        <translation>أُضيف في %1 · آخر استخدام %2</translation>
    </message>
    <message>
        <source>Added %1 · not used yet</source>
        <translation>أُضيف في %1 · لم يُستخدم بعد</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>تعديل…</translation>
    </message>
    <message>
        <source>Add in the browser…</source>
        <translation>إضافة في المتصفح…</translation>
    </message>
    <message>
        <source>Open %1 in your browser.</source>
        <translation>افتح %1 في متصفحك.</translation>
    </message>
</context>
<context>
    <name>SecurityPanel</name>
    <message>
        <source>All other devices and apps are signed out.</source>
        <translation>تم تسجيل الخروج من كل الأجهزة والتطبيقات الأخرى.</translation>
    </message>
    <message>
        <source>Password changed. All other devices are signed out.</source>
        <translation>تغيّرت كلمة المرور. تم تسجيل الخروج من كل الأجهزة الأخرى.</translation>
    </message>
    <message>
        <source>Signed-in devices</source>
        <translation>الأجهزة المسجّلة الدخول</translation>
    </message>
    <message>
        <source>No other devices</source>
        <translation>لا أجهزة أخرى</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>%1 · from %2 · last used %3</source>
        <translation>⁨%1⁩ · من ⁨%2⁩ · آخر استخدام ⁨%3⁩</translation>
    </message>
    <message>
        <source>Unknown client</source>
        <translation>عميل غير معروف</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Sign out everywhere else…</source>
        <translation>تسجيل الخروج من كل مكان آخر…</translation>
    </message>
    <message>
        <source>Apps with access to your account</source>
        <translation>التطبيقات التي لها وصول إلى حسابك</translation>
    </message>
    <message>
        <source>No apps have access yet. Apps that you sign in to with Waymark appear here.</source>
        <translation>لا وصول لأي تطبيق بعد. تظهر هنا التطبيقات التي تسجّل الدخول إليها باستخدام Waymark.</translation>
    </message>
    <message>
        <source>Can %1. Since %2.</source>
        <translation>يمكنه: ⁨%1⁩. منذ ⁨%2⁩.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Other sign-in methods</source>
        <translation>طرق تسجيل دخول أخرى</translation>
    </message>
    <message>
        <source>None. You sign in with your email address and password.</source>
        <translation>لا شيء. تسجّل الدخول بعنوان البريد الإلكتروني وكلمة المرور.</translation>
    </message>
    <message>
        <source>linked %1</source>
        <translation>رُبط ⁨%1⁩</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>إلغاء الربط</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Current password</source>
        <translation>كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Sign out everywhere else?</source>
        <translation>هل تريد تسجيل الخروج من كل مكان آخر؟</translation>
    </message>
    <message>
        <source>All other devices, browsers, and apps are signed out immediately. This device stays signed in.</source>
        <translation>سيُسجَّل الخروج فورًا من كل الأجهزة والمتصفحات والتطبيقات الأخرى. يبقى هذا الجهاز مسجّل الدخول.</translation>
    </message>
    <message>
        <source>Revoke access for %1?</source>
        <translation>هل تريد سحب وصول ⁨%1⁩؟</translation>
    </message>
    <message>
        <source>The app is signed out immediately and can no longer use your account. It can ask for access again.</source>
        <translation>سيُسجَّل خروج التطبيق فورًا ولن يتمكن من استخدام حسابك. يمكنه طلب الوصول مرة أخرى.</translation>
    </message>
    <message>
        <source>Devices without a browser</source>
        <translation>أجهزة بلا متصفح</translation>
    </message>
    <message>
        <source>A TV or a program in a terminal shows a code that you enter here.</source>
        <translation>يعرض تلفاز أو برنامج في طرفية رمزًا تُدخله هنا.</translation>
    </message>
    <message>
        <source>Connect a device…</source>
        <translation>توصيل جهاز…</translation>
    </message>
</context>
<context>
    <name>ServerCard</name>
    <message>
        <source>Answers this page</source>
        <translation>يجيب هذه الصفحة</translation>
    </message>
    <message>
        <source>%1 used</source>
        <translation>مستخدم ⁨%1⁩</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>التسجيل</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message>
        <source>Live viewers</source>
        <translation>مشاهدو البث المباشر</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>الأجسام</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>الوجوه</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>الصور</translation>
    </message>
    <message>
        <source>%1 searched, %2 skipped, %3 waiting</source>
        <translation>فُحصت ⁨%1⁩، تُجووزت ⁨%2⁩، تنتظر ⁨%3⁩</translation>
    </message>
    <message>
        <source>Processor load</source>
        <translation>حمل المعالج</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>وقت البدء</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
</context>
<context>
    <name>ServerPage</name>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Updated %1</source>
        <translation>حُدّثت ⁨%1⁩</translation>
    </message>
    <message>
        <source>Update now</source>
        <translation>التحديث الآن</translation>
    </message>
    <message>
        <source>This is the state of %1.</source>
        <translation>هذه هي الحالة وقت ⁨%1⁩.</translation>
    </message>
</context>
<context>
    <name>ServerTroublesCard</name>
    <message>
        <source>Needs attention</source>
        <translation>يتطلب الانتباه</translation>
    </message>
    <message>
        <source>All servers work.</source>
        <translation>جميع الخوادم تعمل.</translation>
    </message>
    <message>
        <source>The server works.</source>
        <translation>الخادم يعمل.</translation>
    </message>
</context>
<context>
    <name>ServerWords</name>
    <message>
        <source>Running</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا يجيب</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>متاحة</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>Model not installed</source>
        <translation>النموذج غير مثبّت</translation>
    </message>
    <message>
        <source>Model can&apos;t be used</source>
        <translation>لا يمكن استخدام النموذج</translation>
    </message>
    <message>
        <source>Stopped: the disk refuses it</source>
        <translation>متوقف: القرص يرفضه</translation>
    </message>
    <message>
        <source>No cameras</source>
        <translation>لا كاميرات</translation>
    </message>
    <message>
        <source>%1 free of %2</source>
        <translation>⁨%1⁩ متاحة من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Disk for recordings</source>
        <translation>قرص التسجيلات</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>القرص</translation>
    </message>
    <message>
        <source>The disk of %1 is full: nothing is recorded.</source>
        <translation>قرص ⁨%1⁩ ممتلئ: لا يُسجَّل شيء.</translation>
    </message>
    <message>
        <source>The disk of %1 refuses recordings.</source>
        <translation>قرص ⁨%1⁩ يرفض التسجيلات.</translation>
    </message>
    <message>
        <source>%1 has stopped unexpectedly.</source>
        <translation>توقف ⁨%1⁩ على نحو غير متوقع.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>لا يجيب ⁨%1⁩.</translation>
    </message>
    <message>
        <source>The other servers can&apos;t reach %1: no address is set.</source>
        <translation>لا تستطيع الخوادم الأخرى الوصول إلى ⁨%1⁩: لم يُحدَّد عنوان.</translation>
    </message>
    <message>
        <source>The disk of %1 is almost full: %2 left.</source>
        <translation>قرص ⁨%1⁩ ممتلئ تقريبًا: بقي ⁨%2⁩.</translation>
    </message>
    <message numerus="yes">
        <source>The disk of %1 was too slow %n time(s). Video is missing from recordings.</source>
        <translation>
            <numerusform>لم يكن قرص ⁨%1⁩ بطيئًا.</numerusform>
            <numerusform>كان قرص ⁨%1⁩ بطيئًا مرة واحدة. ينقص فيديو من التسجيلات.</numerusform>
            <numerusform>كان قرص ⁨%1⁩ بطيئًا مرتين. ينقص فيديو من التسجيلات.</numerusform>
            <numerusform>كان قرص ⁨%1⁩ بطيئًا %n مرات. ينقص فيديو من التسجيلات.</numerusform>
            <numerusform>كان قرص ⁨%1⁩ بطيئًا %n مرة. ينقص فيديو من التسجيلات.</numerusform>
            <numerusform>كان قرص ⁨%1⁩ بطيئًا %n مرة. ينقص فيديو من التسجيلات.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 skipped %2 of the images to be searched for objects.</source>
        <translation>تجاوز ⁨%1⁩ ما نسبته ⁨%2⁩ من الصور المطلوب فحصها بحثًا عن أجسام.</translation>
    </message>
    <message numerus="yes">
        <source>%1 could not store %n minute(s) of observations.</source>
        <translation>
            <numerusform>حفظ ⁨%1⁩ جميع الملاحظات.</numerusform>
            <numerusform>تعذّر على ⁨%1⁩ حفظ دقيقة واحدة من الملاحظات.</numerusform>
            <numerusform>تعذّر على ⁨%1⁩ حفظ دقيقتين من الملاحظات.</numerusform>
            <numerusform>تعذّر على ⁨%1⁩ حفظ %n دقائق من الملاحظات.</numerusform>
            <numerusform>تعذّر على ⁨%1⁩ حفظ %n دقيقة من الملاحظات.</numerusform>
            <numerusform>تعذّر على ⁨%1⁩ حفظ %n دقيقة من الملاحظات.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 can&apos;t find objects: the model can&apos;t be used.</source>
        <translation>لا يستطيع ⁨%1⁩ العثور على الأجسام: لا يمكن استخدام النموذج.</translation>
    </message>
    <message>
        <source>%1 can&apos;t find objects: the model is not installed.</source>
        <translation>لا يستطيع ⁨%1⁩ العثور على الأجسام: النموذج غير مثبّت.</translation>
    </message>
    <message>
        <source>%1 can&apos;t find faces: the models are not installed.</source>
        <translation>لا يستطيع ⁨%1⁩ العثور على الوجوه: النماذج غير مثبّتة.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) could not be sent.</source>
        <translation>
            <numerusform>أُرسلت جميع الرسائل.</numerusform>
            <numerusform>تعذّر إرسال رسالة واحدة.</numerusform>
            <numerusform>تعذّر إرسال رسالتين.</numerusform>
            <numerusform>تعذّر إرسال %n رسائل.</numerusform>
            <numerusform>تعذّر إرسال %n رسالة.</numerusform>
            <numerusform>تعذّر إرسال %n رسالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n background job(s) failed.</source>
        <translation>
            <numerusform>لم تفشل أي مهمة في الخلفية.</numerusform>
            <numerusform>فشلت مهمة واحدة في الخلفية.</numerusform>
            <numerusform>فشلت مهمتان في الخلفية.</numerusform>
            <numerusform>فشلت %n مهام في الخلفية.</numerusform>
            <numerusform>فشلت %n مهمة في الخلفية.</numerusform>
            <numerusform>فشلت %n مهمة في الخلفية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Free some space, or lower the storage budgets of the cameras.</source>
        <translation>أخلِ مساحة، أو قلّل مساحة التخزين المخصصة للكاميرات.</translation>
    </message>
    <message>
        <source>Check the disk. The server&apos;s log contains the reason.</source>
        <translation>افحص القرص. يحتوي سجل الخادم على السبب.</translation>
    </message>
    <message>
        <source>The other servers have taken over its cameras. Start the server again.</source>
        <translation>تولّت الخوادم الأخرى كاميراته. أعد تشغيل الخادم.</translation>
    </message>
    <message>
        <source>Check the machine, and the network between the servers.</source>
        <translation>افحص الجهاز والشبكة بين الخوادم.</translation>
    </message>
    <message>
        <source>Start the server with the option --advertise.</source>
        <translation>شغّل الخادم بالخيار ⁨--advertise⁩.</translation>
    </message>
    <message>
        <source>Use a faster disk, or record fewer cameras on this server.</source>
        <translation>استخدم قرصًا أسرع، أو سجّل كاميرات أقل على هذا الخادم.</translation>
    </message>
    <message>
        <source>Give the detector more threads by --object-threads, or add a server.</source>
        <translation>امنح الكاشف خيوطًا أكثر بالخيار ⁨--object-threads⁩، أو أضف خادمًا.</translation>
    </message>
    <message>
        <source>The server&apos;s log contains the reason.</source>
        <translation>يحتوي سجل الخادم على السبب.</translation>
    </message>
    <message>
        <source>Run scripts/install-models on the server&apos;s machine.</source>
        <translation>شغّل ⁨scripts/install-models⁩ على جهاز الخادم.</translation>
    </message>
    <message>
        <source>Check the address and the password of the mail server.</source>
        <translation>تحقق من عنوان خادم البريد وكلمة مروره.</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>%1 wait for the disk</source>
        <translation>⁨%1⁩ تنتظر القرص</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>لا مشكلات</translation>
    </message>
</context>
<context>
    <name>ShareDialog</name>
    <message>
        <source>Share “%1”</source>
        <translation>مشاركة «⁨%1⁩»</translation>
    </message>
    <message>
        <source>People you share with can see the live view and the marks, but can&apos;t change anything. If an email address has no account yet, access starts once it is registered.</source>
        <translation>يمكن لمن تشارك معهم رؤية البث المباشر والعلامات دون تغيير أي شيء. إذا لم يكن لعنوان البريد الإلكتروني حساب بعد، يبدأ الوصول عند تسجيله.</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Until revoked</source>
        <translation>حتى السحب</translation>
    </message>
    <message>
        <source>For 1 hour</source>
        <translation>لمدة ساعة واحدة</translation>
    </message>
    <message>
        <source>For 1 day</source>
        <translation>لمدة يوم واحد</translation>
    </message>
    <message>
        <source>For 1 week</source>
        <translation>لمدة أسبوع واحد</translation>
    </message>
    <message>
        <source>For 30 days</source>
        <translation>لمدة 30 يومًا</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>مشاركة</translation>
    </message>
    <message>
        <source>Not shared</source>
        <translation>غير مشتركة</translation>
    </message>
    <message>
        <source>Only you have access.</source>
        <translation>الوصول لك وحدك.</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>حتى ⁨%1⁩</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>سحب</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SharedServicesCards</name>
    <message>
        <source>Mail</source>
        <translation>البريد</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>التسليم</translation>
    </message>
    <message>
        <source>By a mail server</source>
        <translation>عبر خادم بريد</translation>
    </message>
    <message>
        <source>Kept in a folder: no mail server is set</source>
        <translation>تُحفظ في مجلد: لم يُحدَّد خادم بريد</translation>
    </message>
    <message>
        <source>Text messages</source>
        <translation>الرسائل النصية</translation>
    </message>
    <message>
        <source>By a gateway</source>
        <translation>عبر بوابة</translation>
    </message>
    <message>
        <source>No gateway is set</source>
        <translation>لم تُحدَّد بوابة</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>في الانتظار</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>Background jobs</source>
        <translation>مهام الخلفية</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>قيد التنفيذ</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>قاعدة البيانات</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>This link leads to no page: %1</source>
        <translation>لا يؤدي هذا الرابط إلى صفحة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Copied %1</source>
        <translation>تم نسخ ⁨%1⁩</translation>
    </message>
    <message>
        <source>Leave this page?</source>
        <translation>هل تريد مغادرة هذه الصفحة؟</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
</context>
<context>
    <name>ShellActions</name>
    <message>
        <source>Home</source>
        <translation>الرئيسية</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>المراجعة</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>القواعد</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>التطوير</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>الوارد</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>القنوات</translation>
    </message>
    <message>
        <source>Deliveries</source>
        <translation>عمليات التسليم</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>الأمان</translation>
    </message>
    <message>
        <source>Support access</source>
        <translation>وصول الدعم</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>النشاط</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>الخطط</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبيات</translation>
    </message>
    <message>
        <source>Analyze a face</source>
        <translation>تحليل وجه</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>سلة المحذوفات</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Orders of all accounts</source>
        <translation>طلبيات كل الحسابات</translation>
    </message>
    <message>
        <source>Plans for sale</source>
        <translation>الخطط المعروضة للبيع</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>إضافة كاميرا</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>New rule</source>
        <translation>قاعدة جديدة</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>تطبيق جديد</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>السمة الداكنة</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>السمة الفاتحة</translation>
    </message>
    <message>
        <source>System theme</source>
        <translation>سمة النظام</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Ctrl +</source>
        <translation>Ctrl +</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>نص أصغر</translation>
    </message>
    <message>
        <source>Ctrl -</source>
        <translation>Ctrl -</translation>
    </message>
    <message>
        <source>Allow motion</source>
        <translation>السماح بالحركة</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>تقليل الحركة</translation>
    </message>
    <message>
        <source>Turn off letter shortcuts</source>
        <translation>إيقاف اختصارات الأحرف</translation>
    </message>
    <message>
        <source>Turn on letter shortcuts</source>
        <translation>تفعيل اختصارات الأحرف</translation>
    </message>
    <message>
        <source>Turn off desktop notifications</source>
        <translation>إيقاف إشعارات سطح المكتب</translation>
    </message>
    <message>
        <source>Turn on desktop notifications</source>
        <translation>تفعيل إشعارات سطح المكتب</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>اختصارات لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Copy the server address</source>
        <translation>نسخ عنوان الخادم</translation>
    </message>
    <message>
        <source>Copy a link to this page</source>
        <translation>نسخ رابط هذه الصفحة</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Alt Left</source>
        <translation>Alt ←</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>تقدّم</translation>
    </message>
    <message>
        <source>Alt Right</source>
        <translation>Alt →</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Accounts and servers</source>
        <translation>الحسابات والخوادم</translation>
    </message>
    <message>
        <source>Connect a device</source>
        <translation>توصيل جهاز</translation>
    </message>
    <message>
        <source>Server status</source>
        <translation>حالة الخادم</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Email address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>هل نسيت كلمة المرور؟</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>إنشاء حساب</translation>
    </message>
</context>
<context>
    <name>SoundControl</name>
    <message>
        <source>Sound off (M)</source>
        <translation>إيقاف الصوت (M)</translation>
    </message>
    <message>
        <source>Sound on (M)</source>
        <translation>تشغيل الصوت (M)</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
</context>
<context>
    <name>SpanShareDialog</name>
    <message>
        <source>Share this recording</source>
        <translation>مشاركة هذا التسجيل</translation>
    </message>
    <message>
        <source>All links to %1 were revoked.</source>
        <translation>سُحبت كل الروابط إلى ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Anyone with this link can download the selected span until %1, or until you revoke it or sign out.</source>
        <translation>يمكن لكل من لديه هذا الرابط تنزيل الفترة المحددة حتى ⁨%1⁩، أو حتى تسحبه أو تسجّل الخروج.</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>الرابط</translation>
    </message>
    <message>
        <source>Revoke all links of this camera</source>
        <translation>سحب كل روابط هذه الكاميرا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>SpanTools</name>
    <message>
        <source>Held: %1</source>
        <translation>محفوظ: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Held until %1: %2</source>
        <translation>محفوظ حتى ⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>The recording is held</source>
        <translation>التسجيل محفوظ</translation>
    </message>
    <message>
        <source>The recording is released</source>
        <translation>أُلغي حفظ التسجيل</translation>
    </message>
    <message>
        <source>The recording was deleted</source>
        <translation>حُذف التسجيل</translation>
    </message>
    <message>
        <source>The newest minutes can&apos;t be deleted yet. Try again later.</source>
        <translation>لا يمكن حذف أحدث الدقائق بعد. أعد المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>Delete this recording?</source>
        <translation>حذف هذا التسجيل؟</translation>
    </message>
    <message>
        <source>The recording of %1 from %2 will be permanently deleted. Marks and their clips stay.</source>
        <translation>سيُحذف تسجيل ⁨%1⁩ من ⁨%2⁩ نهائيًا. تبقى العلامات ومقاطعها.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>StateBadge</name>
    <message>
        <source>Online</source>
        <translation>متصلة</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصلة</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>نشط</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>غير نشط</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>بانتظار الدفع</translation>
    </message>
    <message>
        <source>No new images</source>
        <translation>لا صور جديدة</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>غير معروفة</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>Can&apos;t load this page</source>
        <translation>تعذّر تحميل هذه الصفحة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
</context>
<context>
    <name>StorageWords</name>
    <message>
        <source>The storage is full within a day. Then the oldest recordings are deleted first.</source>
        <translation>يمتلئ التخزين خلال يوم. ثم تُحذف أقدم التسجيلات أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>The storage is full in %n day(s). Then the oldest recordings are deleted first.</source>
        <translation>
            <numerusform>التخزين ممتلئ. تُحذف أقدم التسجيلات أولًا.</numerusform>
            <numerusform>يمتلئ التخزين خلال يوم. ثم تُحذف أقدم التسجيلات أولًا.</numerusform>
            <numerusform>يمتلئ التخزين خلال يومين. ثم تُحذف أقدم التسجيلات أولًا.</numerusform>
            <numerusform>يمتلئ التخزين خلال %n أيام. ثم تُحذف أقدم التسجيلات أولًا.</numerusform>
            <numerusform>يمتلئ التخزين خلال %n يومًا. ثم تُحذف أقدم التسجيلات أولًا.</numerusform>
            <numerusform>يمتلئ التخزين خلال %n يوم. ثم تُحذف أقدم التسجيلات أولًا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessCard</name>
    <message>
        <source>Images: access granted</source>
        <translation>الصور: الوصول ممنوح</translation>
    </message>
    <message>
        <source>Images: no access</source>
        <translation>الصور: لا وصول</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>بقي ⁨%1⁩</translation>
    </message>
    <message>
        <source>The owner has granted access to images until %1. Each access is recorded.</source>
        <translation>منح المالك وصولًا إلى الصور حتى ⁨%1⁩. يُسجَّل كل وصول.</translation>
    </message>
    <message>
        <source>The owner can grant access under Account, Support access. Until then, you see whether the cameras are online, but no images.</source>
        <translation>يمكن للمالك منح الوصول ضمن «الحساب»، «وصول الدعم». حتى ذلك الحين ترى ما إذا كانت الكاميرات متصلة، دون أي صور.</translation>
    </message>
    <message>
        <source>No cameras</source>
        <translation>لا كاميرات</translation>
    </message>
    <message>
        <source>View</source>
        <translation>عرض</translation>
    </message>
    <message>
        <source>View %1</source>
        <translation>عرض ⁨%1⁩</translation>
    </message>
    <message numerus="yes">
        <source>Viewed %n time(s) under this access.</source>
        <translation>
            <numerusform>لم يُطلع على شيء بهذا الوصول.</numerusform>
            <numerusform>اطُّلع مرة واحدة بهذا الوصول.</numerusform>
            <numerusform>اطُّلع مرتين بهذا الوصول.</numerusform>
            <numerusform>اطُّلع %n مرات بهذا الوصول.</numerusform>
            <numerusform>اطُّلع %n مرة بهذا الوصول.</numerusform>
            <numerusform>اطُّلع %n مرة بهذا الوصول.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupportAccessPanel</name>
    <message>
        <source>Support access to your cameras</source>
        <translation>وصول الدعم إلى كاميراتك</translation>
    </message>
    <message>
        <source>Support staff can see your account and whether your cameras are online. They can&apos;t see any images unless you grant access here. You can see when they used it, and end it at any time.</source>
        <translation>يمكن لموظفي الدعم رؤية حسابك وما إذا كانت كاميراتك متصلة. لا يمكنهم رؤية أي صور ما لم تمنحهم الوصول هنا. يمكنك رؤية متى استخدموه وإنهاؤه في أي وقت.</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>ساعة واحدة</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 ساعات</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>يوم واحد</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 أيام</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 أيام</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>Grant access</source>
        <translation>منح الوصول</translation>
    </message>
    <message>
        <source>Support has access until %1.</source>
        <translation>للدعم وصول حتى ⁨%1⁩.</translation>
    </message>
    <message>
        <source>End access</source>
        <translation>إنهاء الوصول</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>You have not granted access yet.</source>
        <translation>لم تمنح الوصول بعد.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message numerus="yes">
        <source>Viewed %n time(s), last at %1.</source>
        <translation>
            <numerusform>لم يُطلع عليه.</numerusform>
            <numerusform>اطُّلع عليه مرة واحدة، في ⁨%1⁩.</numerusform>
            <numerusform>اطُّلع عليه مرتين، آخرهما في ⁨%1⁩.</numerusform>
            <numerusform>اطُّلع عليه %n مرات، آخرها في ⁨%1⁩.</numerusform>
            <numerusform>اطُّلع عليه %n مرة، آخرها في ⁨%1⁩.</numerusform>
            <numerusform>اطُّلع عليه %n مرة، آخرها في ⁨%1⁩.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not viewed yet</source>
        <translation>لم يُطلع عليه بعد</translation>
    </message>
</context>
<context>
    <name>SupportAccountPage</name>
    <message>
        <source>Member</source>
        <translation>عضو</translation>
    </message>
    <message>
        <source>Developer</source>
        <translation>مطوّر</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>مسؤول</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>إلغاء التنشيط</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>تنشيط</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>جهة الاتصال</translation>
    </message>
    <message>
        <source>Email</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>الهاتف</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>معرّف الحساب</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>المستخدمون</translation>
    </message>
    <message>
        <source>Role of %1</source>
        <translation>دور ⁨%1⁩</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>التطبيقات</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
    </message>
    <message>
        <source>%1 calls today</source>
        <translation>⁨%1⁩ استدعاء اليوم</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبيات</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>النشاط</translation>
    </message>
    <message>
        <source>Show more</source>
        <translation>عرض المزيد</translation>
    </message>
    <message>
        <source>Deactivate this account?</source>
        <translation>هل تريد إلغاء تنشيط هذا الحساب؟</translation>
    </message>
    <message>
        <source>All users are signed out immediately. The account&apos;s apps and users have no access until you activate it again.</source>
        <translation>سيُسجَّل خروج كل المستخدمين فورًا. لن يكون لتطبيقات الحساب ومستخدميه وصول حتى تعيد تنشيطه.</translation>
    </message>
    <message>
        <source>Change the role of %1 to %2? The change takes effect with the next call.</source>
        <translation>هل تريد تغيير دور ⁨%1⁩ إلى ⁨%2⁩؟ يسري التغيير مع الاستدعاء التالي.</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>تغيير الدور</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>The account will be deleted on %1.</source>
        <translation>سيُحذف الحساب في ⁨%1⁩.</translation>
    </message>
    <message>
        <source>Cancel deletion</source>
        <translation>إلغاء الحذف</translation>
    </message>
</context>
<context>
    <name>SupportOrderPage</name>
    <message>
        <source>Order</source>
        <translation>الطلبية</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>تم الحفظ</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Order ID</source>
        <translation>معرّف الطلبية</translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>معرّف الحساب</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>تنتهي الصلاحية</translation>
    </message>
    <message>
        <source>Only administrators can change orders.</source>
        <translation>يمكن للمسؤولين فقط تغيير الطلبيات.</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>بواسطة ⁨%1⁩</translation>
    </message>
    <message>
        <source>Event %1</source>
        <translation>الحدث ⁨%1⁩</translation>
    </message>
    <message>
        <source>Reason (kept with the order)</source>
        <translation>السبب (يُحفظ مع الطلبية)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>الدعم</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>إضافة خطة</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>الطلبيات</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>الخطط</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>الخوادم</translation>
    </message>
</context>
<context>
    <name>SupportPlanCards</name>
    <message>
        <source>Plan</source>
        <translation>الخطة</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>لا خطة</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>منذ</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>العلامات</translation>
    </message>
    <message numerus="yes">
        <source>kept for %n day(s)</source>
        <translation>
            <numerusform>لا تُحفظ</numerusform>
            <numerusform>تُحفظ يومًا واحدًا</numerusform>
            <numerusform>تُحفظ يومين</numerusform>
            <numerusform>تُحفظ %n أيام</numerusform>
            <numerusform>تُحفظ %n يومًا</numerusform>
            <numerusform>تُحفظ %n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
    <message numerus="yes">
        <source>%n in use</source>
        <translation>
            <numerusform>لا شيء قيد الاستخدام</numerusform>
            <numerusform>واحدة قيد الاستخدام</numerusform>
            <numerusform>اثنتان قيد الاستخدام</numerusform>
            <numerusform>%n قيد الاستخدام</numerusform>
            <numerusform>%n قيد الاستخدام</numerusform>
            <numerusform>%n قيد الاستخدام</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>⁨%1⁩ من ⁨%2⁩</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Unlimited</source>
        <translation>بلا حد</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>الجلسات</translation>
    </message>
    <message numerus="yes">
        <source>%n active</source>
        <translation>
            <numerusform>لا جلسات نشطة</numerusform>
            <numerusform>جلسة نشطة</numerusform>
            <numerusform>جلستان نشطتان</numerusform>
            <numerusform>%n جلسات نشطة</numerusform>
            <numerusform>%n جلسة نشطة</numerusform>
            <numerusform>%n جلسة نشطة</numerusform>
        </translation>
    </message>
    <message>
        <source>Unknown client</source>
        <translation>عميل غير معروف</translation>
    </message>
</context>
<context>
    <name>SupportSearch</name>
    <message>
        <source>Account</source>
        <translation>الحساب</translation>
    </message>
    <message>
        <source>User</source>
        <translation>المستخدم</translation>
    </message>
    <message>
        <source>App</source>
        <translation>التطبيق</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>الكاميرا</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الطلبية</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>الطلب</translation>
    </message>
    <message>
        <source>Address, name, phone, app, camera, order, ID, or request ID</source>
        <translation>عنوان أو اسم أو هاتف أو تطبيق أو كاميرا أو طلبية أو معرّف</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Every search is recorded. The account&apos;s owner can see it.</source>
        <translation>يُسجَّل كل بحث، ويمكن لمالك الحساب رؤيته.</translation>
    </message>
    <message>
        <source>No results</source>
        <translation>لا نتائج</translation>
    </message>
    <message>
        <source>Try the beginning of a word, a full address, or an ID.</source>
        <translation>جرّب بداية كلمة، أو عنوانًا كاملًا، أو معرّفًا.</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>Enter a time such as %1.</source>
        <translation>أدخل وقتًا مثل %1.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 s</source>
        <translation>⁨%1⁩ ث</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>⁨%1⁩ د</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>⁨%1⁩ س ⁨%2⁩ د</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>أقل من يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%n أيام</numerusform>
            <numerusform>%n يومًا</numerusform>
            <numerusform>%n يوم</numerusform>
        </translation>
    </message>
    <message>
        <source>Camera offline</source>
        <translation>كاميرا غير متصلة</translation>
    </message>
    <message>
        <source>Recording off</source>
        <translation>التسجيل متوقف</translation>
    </message>
    <message>
        <source>Disk full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>الخادم متوقف</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>لا تسجيل</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>cause and duration</comment>
        <translation>‏⁨%1⁩، ⁨%2⁩</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>محذوف</translation>
    </message>
</context>
<context>
    <name>TimelineBar</name>
    <message>
        <source>Month</source>
        <translation>شهر</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>أسبوع</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>يوم</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>ساعة</translation>
    </message>
    <message>
        <source>Minute</source>
        <translation>دقيقة</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>ثانية</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>لم يُسجَّل شيء</translation>
    </message>
    <message>
        <source>at most 6 hours</source>
        <translation>6 ساعات على الأكثر</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>⁨%1⁩ ميغابايت</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>⁨%1⁩ إلى ⁨%2⁩</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>مشاركة</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Release (%1)</source>
        <translation>إلغاء الحفظ (⁨%1⁩)</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>حفظ</translation>
    </message>
    <message>
        <source>Release the recording before deleting it</source>
        <translation>ألغِ حفظ التسجيل قبل حذفه</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
</context>
<context>
    <name>TimelineHeader</name>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Previous day</source>
        <translation>اليوم السابق</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>اليوم التالي</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>كل الكاميرات</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>الكاميرات</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>No more marks</source>
        <translation>لا مزيد من العلامات</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>لا كاميرات بعد</translation>
    </message>
    <message>
        <source>Add a camera on the Home page. Its recording appears here.</source>
        <translation>أضف كاميرا في الصفحة الرئيسية، وسيظهر تسجيلها هنا.</translation>
    </message>
</context>
<context>
    <name>TimelineRows</name>
    <message>
        <source>Timeline</source>
        <translation>الخط الزمني</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>مباشر</translation>
    </message>
    <message>
        <source>No recording</source>
        <translation>لا تسجيل</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>%1%</source>
        <comment>a percentage</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <source>Open Waymark</source>
        <translation>فتح Waymark</translation>
    </message>
    <message>
        <source>Desktop notifications</source>
        <translation>إشعارات سطح المكتب</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message numerus="yes">
        <source>Waymark: %n unread</source>
        <translation>
            <numerusform>‏Waymark: لا شيء غير مقروء</numerusform>
            <numerusform>‏Waymark: عنصر غير مقروء</numerusform>
            <numerusform>‏Waymark: عنصران غير مقروءين</numerusform>
            <numerusform>‏Waymark: %n عناصر غير مقروءة</numerusform>
            <numerusform>‏Waymark: %n عنصرًا غير مقروء</numerusform>
            <numerusform>‏Waymark: %n عنصر غير مقروء</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in other accounts</source>
        <translation>
            <numerusform>منها %n في حسابات أخرى</numerusform>
            <numerusform>منها %n في حسابات أخرى</numerusform>
            <numerusform>منها %n في حسابات أخرى</numerusform>
            <numerusform>منها %n في حسابات أخرى</numerusform>
            <numerusform>منها %n في حسابات أخرى</numerusform>
            <numerusform>منها %n في حسابات أخرى</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>%1: %2 calls, %3 failed</source>
        <translation>⁨%1⁩: ⁨%2⁩ استدعاء، فشل منها ⁨%3⁩</translation>
    </message>
    <message>
        <source>%1 calls in %2 days, %3 failed</source>
        <translation>⁨%1⁩ استدعاء في ⁨%2⁩ يومًا، فشل منها ⁨%3⁩</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>الحصة</translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>Can&apos;t play the video.</source>
        <translation>تعذّر تشغيل الفيديو.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>إيقاف مؤقت</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>تشغيل</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>الموضع</translation>
    </message>
</context>
<context>
    <name>WatchCard</name>
    <message>
        <source>Use the group&apos;s rule or the default</source>
        <translation>استخدام قاعدة المجموعة أو القاعدة الافتراضية</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>القاعدة</translation>
    </message>
</context>
<context>
    <name>WebhooksCard</name>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Deliveries in the last 24 hours</source>
        <translation>عمليات التسليم في آخر 24 ساعة</translation>
    </message>
    <message>
        <source>No webhooks yet. Add a channel of the kind webhook in the inbox.</source>
        <translation>لا webhooks بعد. أضف قناة من نوع webhook في الوارد.</translation>
    </message>
    <message>
        <source>Turned off</source>
        <translation>متوقفة</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>خاملة</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>سليمة</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>متعثرة</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>آخر مرة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>Type of the test message</source>
        <translation>نوع رسالة الاختبار</translation>
    </message>
    <message>
        <source>%1 delivered, %2 pending, %3 failed</source>
        <translation>سُلِّم ⁨%1⁩، ينتظر ⁨%2⁩، فشل ⁨%3⁩</translation>
    </message>
    <message>
        <source>Send test</source>
        <translation>إرسال اختبار</translation>
    </message>
</context>
<context>
    <name>WeeklySpans</name>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a time of the day</comment>
        <translation>إلى</translation>
    </message>
    <message>
        <source>End</source>
        <translation>النهاية</translation>
    </message>
    <message>
        <source>the next day</source>
        <translation>في اليوم التالي</translation>
    </message>
    <message>
        <source>Delete this time span</source>
        <translation>حذف هذه الفترة</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Record all day</source>
        <translation>التسجيل طوال اليوم</translation>
    </message>
    <message>
        <source>Delete this exception</source>
        <translation>حذف هذا الاستثناء</translation>
    </message>
    <message>
        <source>Add a time span</source>
        <translation>إضافة فترة</translation>
    </message>
    <message>
        <source>Add an exception</source>
        <translation>إضافة استثناء</translation>
    </message>
    <message>
        <source>A schedule can have at most %1 time spans.</source>
        <translation>يمكن أن يضم الجدول ⁨%1⁩ فترة على الأكثر.</translation>
    </message>
    <message>
        <source>A schedule can have at most %1 exceptions.</source>
        <translation>يمكن أن يضم الجدول ⁨%1⁩ استثناء على الأكثر.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your cameras, on your own server</source>
        <translation>كاميراتك، على خادمك الخاص</translation>
    </message>
    <message>
        <source>Watch live, find the moments that matter, and build your own apps. Your data stays on this server unless you share it.</source>
        <translation>شاهد مباشرةً، واعثر على اللحظات المهمة، وطوّر تطبيقاتك الخاصة. تبقى بياناتك على هذا الخادم ما لم تشاركها.</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>إنشاء حساب</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
</context>
<context>
    <name>ZoneCorners</name>
    <message>
        <source>Corner %1</source>
        <translation>الزاوية ⁨%1⁩</translation>
    </message>
    <message>
        <source>Arrow keys move the corner, Insert adds a corner, Delete deletes it.</source>
        <translation>تحرّك مفاتيح الأسهم الزاوية، ويضيف Insert زاوية، ويحذفها Delete.</translation>
    </message>
</context>
<context>
    <name>ZoneForm</name>
    <message>
        <source>Edit zone</source>
        <translation>تحرير المنطقة</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>منطقة جديدة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>الباب</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>مراقبة</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>Motion in this zone is ignored.</source>
        <translation>تُتجاهل الحركة في هذه المنطقة.</translation>
    </message>
    <message>
        <source>A line between two points.</source>
        <translation>خط بين نقطتين.</translation>
    </message>
    <message>
        <source>Motion outside these zones is ignored.</source>
        <translation>تُتجاهل الحركة خارج هذه المناطق.</translation>
    </message>
    <message numerus="yes">
        <source>Remove corners until %n are left.</source>
        <translation>
            <numerusform>أزل كل الزوايا.</numerusform>
            <numerusform>أزل زوايا حتى تبقى زاوية واحدة.</numerusform>
            <numerusform>أزل زوايا حتى تبقى زاويتان.</numerusform>
            <numerusform>أزل زوايا حتى تبقى %n زوايا.</numerusform>
            <numerusform>أزل زوايا حتى تبقى %n زاوية.</numerusform>
            <numerusform>أزل زوايا حتى تبقى %n زاوية.</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag the corners, or move the selected corner with the arrow keys. Insert adds a corner, Delete deletes it.</source>
        <translation>اسحب الزوايا، أو حرّك الزاوية المحددة بمفاتيح الأسهم. يضيف Insert زاوية، ويحذفها Delete.</translation>
    </message>
    <message numerus="yes">
        <source>Click %n more corner(s) in the image.</source>
        <translation>
            <numerusform>انقر على الصورة.</numerusform>
            <numerusform>انقر زاوية أخرى في الصورة.</numerusform>
            <numerusform>انقر زاويتين أخريين في الصورة.</numerusform>
            <numerusform>انقر %n زوايا أخرى في الصورة.</numerusform>
            <numerusform>انقر %n زاوية أخرى في الصورة.</numerusform>
            <numerusform>انقر %n زاوية أخرى في الصورة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Start with a shape in the middle</source>
        <translation>البدء بشكل في الوسط</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>حفظ</translation>
    </message>
</context>
<context>
    <name>ZonesPage</name>
    <message>
        <source>The changes to this zone are not saved.</source>
        <translation>لم تُحفظ التغييرات في هذه المنطقة.</translation>
    </message>
    <message>
        <source>Zones of %1</source>
        <translation>مناطق ⁨%1⁩</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>المناطق</translation>
    </message>
    <message>
        <source>New zone</source>
        <translation>منطقة جديدة</translation>
    </message>
    <message>
        <source>Delete this zone?</source>
        <translation>هل تريد حذف هذه المنطقة؟</translation>
    </message>
    <message>
        <source>Existing marks are kept.</source>
        <translation>تبقى العلامات الحالية محفوظة.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>جارٍ التحميل</translation>
    </message>
    <message>
        <source>No zones yet. Draw a zone to watch an area or to ignore it.</source>
        <translation>لا مناطق بعد. ارسم منطقة لمراقبتها أو لتجاهلها.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Ignored</source>
        <translation>متجاهَلة</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>خط</translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>مراقَبة</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تحرير</translation>
    </message>
</context>
</TS>
