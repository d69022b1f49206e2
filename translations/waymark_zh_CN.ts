<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccountPage</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Support access</source>
        <translation>客服访问</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>What to show</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Nothing of this kind</source>
        <translation>没有此类记录</translation>
    </message>
    <message>
        <source>Sign-ins, changes of keys and roles, and every look of support staff are written down here.</source>
        <translation>登录、密钥与角色的变更，以及客服人员的每次查看都会记录在此。</translation>
    </message>
    <message>
        <source>%1 (support)</source>
        <translation>%1（客服）</translation>
    </message>
</context>
<context>
    <name>AddCameraDialog</name>
    <message>
        <source>Add a camera</source>
        <translation>添加摄像头</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Front door</source>
        <translation>大门</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>User name (optional)</source>
        <translation>用户名（可选）</translation>
    </message>
    <message>
        <source>Password (optional)</source>
        <translation>密码（可选）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>AddressCard</name>
    <message>
        <source>Street and number</source>
        <translation>街道和门牌号</translation>
    </message>
    <message>
        <source>Addition</source>
        <translation>补充地址</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>省 / 地区</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
    </message>
    <message>
        <source>Two letters, such as DE or CN</source>
        <translation>两个字母，例如 CN 或 DE</translation>
    </message>
</context>
<context>
    <name>AppPage</name>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Trial until %1, %2 calls a day</source>
        <translation>试用至 %1，每天 %2 次调用</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>About it</source>
        <translation>应用信息</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Redirect URIs, one a line</source>
        <translation>重定向 URI，每行一个</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用量</translation>
    </message>
    <message>
        <source>No calls in the last 30 days. They are counted here within seconds.</source>
        <translation>最近 30 天没有调用。调用会在数秒内计入此处。</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Web origins, one a line</source>
        <translation>网页来源，每行一个</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>移除应用</translation>
    </message>
    <message>
        <source>Its keys end, and whoever uses it is signed out of it. Type the app&apos;s name to remove it for good.</source>
        <translation>其密钥将失效，所有使用者都会退出登录。输入应用名称以永久移除。</translation>
    </message>
    <message>
        <source>The app&apos;s name</source>
        <translation>应用名称</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>AppsPage</name>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>No apps yet</source>
        <translation>还没有应用</translation>
    </message>
    <message>
        <source>Register your first app to get an app ID and a key. With them it calls the API.</source>
        <translation>注册第一个应用，即可获得应用 ID 和密钥，并用它们调用 API。</translation>
    </message>
</context>
<context>
    <name>AuditWords</name>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>已退出登录</translation>
    </message>
    <message>
        <source>Session ended</source>
        <translation>会话已结束</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>密码已更改</translation>
    </message>
    <message>
        <source>Password reset</source>
        <translation>密码已重设</translation>
    </message>
    <message>
        <source>Account registered</source>
        <translation>账户已注册</translation>
    </message>
    <message>
        <source>Address verified</source>
        <translation>地址已验证</translation>
    </message>
    <message>
        <source>Account changed</source>
        <translation>账户资料已更改</translation>
    </message>
    <message>
        <source>Account status changed</source>
        <translation>账户状态已更改</translation>
    </message>
    <message>
        <source>User created</source>
        <translation>用户已创建</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>角色已更改</translation>
    </message>
    <message>
        <source>App created</source>
        <translation>应用已创建</translation>
    </message>
    <message>
        <source>App changed</source>
        <translation>应用已更改</translation>
    </message>
    <message>
        <source>App status changed</source>
        <translation>应用状态已更改</translation>
    </message>
    <message>
        <source>App removed</source>
        <translation>应用已移除</translation>
    </message>
    <message>
        <source>Key rotated</source>
        <translation>密钥已更换</translation>
    </message>
    <message>
        <source>Signing key rotated</source>
        <translation>签名密钥已更换</translation>
    </message>
    <message>
        <source>One-time token made</source>
        <translation>已生成一次性令牌</translation>
    </message>
    <message>
        <source>App let in</source>
        <translation>已授权应用</translation>
    </message>
    <message>
        <source>App shut out</source>
        <translation>已撤销应用授权</translation>
    </message>
    <message>
        <source>Sign-in linked</source>
        <translation>已关联登录方式</translation>
    </message>
    <message>
        <source>Sign-in unlinked</source>
        <translation>已解除登录方式</translation>
    </message>
    <message>
        <source>Support let in</source>
        <translation>已允许客服访问</translation>
    </message>
    <message>
        <source>Support shut out</source>
        <translation>已结束客服访问</translation>
    </message>
    <message>
        <source>Support searched</source>
        <translation>客服已搜索</translation>
    </message>
    <message>
        <source>Support looked</source>
        <translation>客服已查看</translation>
    </message>
</context>
<context>
    <name>BoxedPicture</name>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>The picture cannot be shown.</source>
        <translation>无法显示图片。</translation>
    </message>
</context>
<context>
    <name>CameraPage</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Remove this camera?</source>
        <translation>移除这个摄像头？</translation>
    </message>
    <message>
        <source>It goes into the bin, and is no longer watched or recorded.</source>
        <translation>它将被移入回收站，不再被监看或录制。</translation>
    </message>
    <message>
        <source>Live picture of %1</source>
        <translation>%1 的实时画面</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Full quality</source>
        <translation>原始画质</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>信息</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>%1 pictures a second</source>
        <translation>每秒 %1 帧</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>型号</translation>
    </message>
    <message>
        <source>Latest marks</source>
        <translation>最新标记</translation>
    </message>
    <message>
        <source>Nothing has moved yet.</source>
        <translation>还没有任何动静。</translation>
    </message>
</context>
<context>
    <name>CamerasPage</name>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Add camera</source>
        <translation>添加摄像头</translation>
    </message>
    <message>
        <source>No cameras yet</source>
        <translation>还没有摄像头</translation>
    </message>
    <message>
        <source>Add a camera by its RTSP address. Its picture appears here a moment later.</source>
        <translation>输入 RTSP 地址添加摄像头，画面稍后就会出现在这里。</translation>
    </message>
    <message>
        <source>Live picture of %1</source>
        <translation>%1 的实时画面</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>没有画面</translation>
    </message>
</context>
<context>
    <name>CodeField</name>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CopyField</name>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>Entrance</name>
    <message>
        <source>Language and colours</source>
        <translation>语言和颜色</translation>
    </message>
</context>
<context>
    <name>EntranceForm</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>The server takes too long to answer.</source>
        <translation>服务器响应超时。</translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense. Is it a Waymark server?</source>
        <translation>无法理解服务器的响应。它是 Waymark 服务器吗？</translation>
    </message>
    <message>
        <source>The address or the password is wrong.</source>
        <translation>邮箱地址或密码不正确。</translation>
    </message>
    <message>
        <source>This account is not active. Has its address been verified?</source>
        <translation>此账户未激活。邮箱地址验证过了吗？</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>You are not signed in any more.</source>
        <translation>您已不在登录状态。</translation>
    </message>
    <message>
        <source>You may not do that.</source>
        <translation>您没有权限执行此操作。</translation>
    </message>
    <message>
        <source>It does not exist any more.</source>
        <translation>它已不存在。</translation>
    </message>
    <message>
        <source>Somebody else has changed it meanwhile. Look at it again first.</source>
        <translation>内容已被他人修改，请先重新查看。</translation>
    </message>
    <message>
        <source>Please check what is marked.</source>
        <translation>请检查标出的内容。</translation>
    </message>
    <message numerus="yes">
        <source>That was too often. Try again in %n second(s).</source>
        <translation>
            <numerusform>操作过于频繁，请在 %n 秒后重试。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server cannot do that yet.</source>
        <translation>服务器尚不支持此功能。</translation>
    </message>
    <message>
        <source>Something went wrong in the server. (%1)</source>
        <translation>服务器出错了。（%1）</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>内容过长。</translation>
    </message>
    <message>
        <source>This does not look right.</source>
        <translation>格式不正确。</translation>
    </message>
    <message>
        <source>This is not the code, or it is too old.</source>
        <translation>验证码不正确或已过期。</translation>
    </message>
    <message>
        <source>This password is too easy to guess.</source>
        <translation>这个密码太容易被猜到。</translation>
    </message>
    <message>
        <source>This is not allowed here.</source>
        <translation>此处不允许这样填写。</translation>
    </message>
    <message>
        <source>You have been signed out. Please sign in again.</source>
        <translation>您已退出登录，请重新登录。</translation>
    </message>
</context>
<context>
    <name>ForgotPasswordPage</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Set a new password</source>
        <translation>设置新密码</translation>
    </message>
    <message>
        <source>We send a code to your address.</source>
        <translation>我们会向您的邮箱发送验证码。</translation>
    </message>
    <message>
        <source>If %1 has an account, a code is on its way.</source>
        <translation>如果 %1 拥有账户，验证码正在发送途中。</translation>
    </message>
    <message>
        <source>Choose a strong one: long, and yours alone.</source>
        <translation>请选择强密码：足够长，且只在此处使用。</translation>
    </message>
    <message>
        <source>Your new password holds. Sign in with it.</source>
        <translation>新密码已生效，请用它登录。</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>发送验证码</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>KeysCard</name>
    <message>
        <source>Keys</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>A key proves that a call comes from your app. It is shown once, when it is made.</source>
        <translation>密钥证明调用来自您的应用。它只在生成时显示一次。</translation>
    </message>
    <message>
        <source>The app has no key.</source>
        <translation>此应用没有密钥。</translation>
    </message>
    <message numerus="yes">
        <source>ends in %n day(s)</source>
        <translation>
            <numerusform>%n 天后失效</numerusform>
        </translation>
    </message>
    <message>
        <source>ends in %1:%2:%3</source>
        <translation>%1:%2:%3 后失效</translation>
    </message>
    <message>
        <source>The new key: keep it now, it is not shown again</source>
        <translation>新密钥：请立即保存，不会再次显示</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Made %1</source>
        <translation>生成于 %1</translation>
    </message>
    <message>
        <source>New key…</source>
        <translation>新密钥…</translation>
    </message>
    <message>
        <source>A new key</source>
        <translation>新密钥</translation>
    </message>
    <message>
        <source>The key of now serves on for a while, so that you can put the new one in its place everywhere. If it has leaked, end it at once.</source>
        <translation>现有密钥会继续有效一段时间，以便您在各处换上新密钥。如果密钥已泄露，请立即使其失效。</translation>
    </message>
    <message>
        <source>End the old key at once</source>
        <translation>旧密钥立即失效</translation>
    </message>
    <message>
        <source>It serves on for an hour</source>
        <translation>继续有效一小时</translation>
    </message>
    <message>
        <source>It serves on for a day</source>
        <translation>继续有效一天</translation>
    </message>
    <message>
        <source>It serves on for a week</source>
        <translation>继续有效一周</translation>
    </message>
    <message>
        <source>Grace time</source>
        <translation>宽限期</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>生成密钥</translation>
    </message>
</context>
<context>
    <name>ListCard</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>LocalMail</name>
    <message>
        <source>Mail on this computer</source>
        <translation>本机上的邮件</translation>
    </message>
    <message>
        <source>Mail will appear here in a moment.</source>
        <translation>邮件稍后会出现在这里。</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>收件人：%1</translation>
    </message>
    <message>
        <source>Use the code %1</source>
        <translation>使用验证码 %1</translation>
    </message>
</context>
<context>
    <name>MarkNames</name>
    <message>
        <source>Motion</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>人脸</translation>
    </message>
    <message>
        <source>The clip is being made…</source>
        <translation>正在生成片段…</translation>
    </message>
    <message>
        <source>Part of the clip is missing.</source>
        <translation>片段缺少一部分。</translation>
    </message>
    <message>
        <source>The clip could not be made.</source>
        <translation>无法生成片段。</translation>
    </message>
    <message>
        <source>The clip is no longer kept.</source>
        <translation>片段已不再保留。</translation>
    </message>
    <message>
        <source>%1 of the picture moved; %2 is enough</source>
        <translation>画面中有 %1 在移动（达到 %2 即触发）</translation>
    </message>
</context>
<context>
    <name>MarkPage</name>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>已移入回收站</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Snapshot</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>片段</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>事件详情</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>To</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>It is still going on.</source>
        <translation>仍在进行。</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>已就绪</translation>
    </message>
</context>
<context>
    <name>MarkRow</name>
    <message>
        <source>going on</source>
        <translation>进行中</translation>
    </message>
</context>
<context>
    <name>MarksPage</name>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Moved to the bin</source>
        <translation>已移入回收站</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread (%1)</source>
        <translation>未读（%1）</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>All cameras</source>
        <translation>所有摄像头</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>The bin is empty</source>
        <translation>回收站是空的</translation>
    </message>
    <message>
        <source>All read</source>
        <translation>全部已读</translation>
    </message>
    <message>
        <source>No marks yet</source>
        <translation>还没有标记</translation>
    </message>
    <message>
        <source>What you throw away stays here for 30 days.</source>
        <translation>丢弃的内容会在这里保留 30 天。</translation>
    </message>
    <message>
        <source>New marks appear here by themselves.</source>
        <translation>新标记会自动出现在这里。</translation>
    </message>
    <message>
        <source>When something moves in front of a camera, it appears here by itself.</source>
        <translation>当摄像头前有动静时，标记会自动出现在这里。</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>移入回收站</translation>
    </message>
</context>
<context>
    <name>NewAppPage</name>
    <message>
        <source>Your app is registered</source>
        <translation>应用已注册</translation>
    </message>
    <message>
        <source>New app</source>
        <translation>新建应用</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Trial</source>
        <translation>试用</translation>
    </message>
    <message>
        <source>Purchased</source>
        <translation>付费</translation>
    </message>
    <message>
        <source>Active at once, for 30 days and 10,000 calls a day.</source>
        <translation>立即生效，为期 30 天，每天 10,000 次调用。</translation>
    </message>
    <message>
        <source>Without an end; active as soon as its order is paid.</source>
        <translation>没有期限；订单付款后即生效。</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>What it does, in a sentence or two</source>
        <translation>用一两句话说明它的用途</translation>
    </message>
    <message>
        <source>Register app</source>
        <translation>注册应用</translation>
    </message>
    <message>
        <source>App ID</source>
        <translation>应用 ID</translation>
    </message>
    <message>
        <source>App key</source>
        <translation>应用密钥</translation>
    </message>
    <message>
        <source>Copy the key now and keep it safe: it is not shown again.</source>
        <translation>请立即复制密钥并妥善保管：它不会再次显示。</translation>
    </message>
    <message>
        <source>I have copied it</source>
        <translation>我已复制</translation>
    </message>
</context>
<context>
    <name>PageHeader</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>PreferencesMenu</name>
    <message>
        <source>Colours of the system</source>
        <translation>跟随系统颜色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>ProfilePanel</name>
    <message>
        <source>Some fields need another look.</source>
        <translation>有些字段需要检查。</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Language of mail</source>
        <translation>邮件语言</translation>
    </message>
    <message>
        <source>Postal address</source>
        <translation>邮寄地址</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>账单地址</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>付款</translation>
    </message>
    <message>
        <source>Apps are paid</source>
        <translation>应用付款方式</translation>
    </message>
    <message>
        <source>Not at all: trials only</source>
        <translation>不付款：仅试用</translation>
    </message>
    <message>
        <source>Once a month</source>
        <translation>每月一次</translation>
    </message>
    <message>
        <source>Once a year</source>
        <translation>每年一次</translation>
    </message>
    <message>
        <source>Payment token</source>
        <translation>付款令牌</translation>
    </message>
    <message>
        <source>What your payment provider gave you; never a card number.</source>
        <translation>由您的支付服务商提供；绝不是卡号。</translation>
    </message>
</context>
<context>
    <name>RegisterPage</name>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Check your mail</source>
        <translation>请查收邮件</translation>
    </message>
    <message>
        <source>Welcome!</source>
        <translation>欢迎！</translation>
    </message>
    <message>
        <source>For developers: with it you add cameras and register apps.</source>
        <translation>面向开发者：用它添加摄像头并注册应用。</translation>
    </message>
    <message>
        <source>We have sent a code of six digits to %1.</source>
        <translation>我们已向 %1 发送六位验证码。</translation>
    </message>
    <message>
        <source>Your address is verified. You can sign in now.</source>
        <translation>邮箱地址已验证，现在可以登录了。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Phone (optional)</source>
        <translation>电话（可选）</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>请稍候…</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>I have an account already</source>
        <translation>我已有账户</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Send again in %1 s</source>
        <translation>%1 秒后可重新发送</translation>
    </message>
    <message>
        <source>Send the code again</source>
        <translation>重新发送验证码</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>Registration</name>
    <message>
        <source>Very weak</source>
        <translation>非常弱</translation>
    </message>
    <message>
        <source>Weak</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>强</translation>
    </message>
    <message>
        <source>Very strong</source>
        <translation>非常强</translation>
    </message>
    <message>
        <source>Make it longer.</source>
        <translation>请设置更长的密码。</translation>
    </message>
    <message>
        <source>Many people use this password, and everybody tries it.</source>
        <translation>许多人使用这个密码，人人都会试它。</translation>
    </message>
    <message>
        <source>Leave out your name and address.</source>
        <translation>请勿包含姓名和邮箱地址。</translation>
    </message>
    <message>
        <source>Repetitions add little.</source>
        <translation>重复的字符作用不大。</translation>
    </message>
    <message>
        <source>Avoid sequences such as abc or 1234.</source>
        <translation>避免 abc 或 1234 这样的序列。</translation>
    </message>
    <message>
        <source>Avoid neighbouring keys such as qwerty.</source>
        <translation>避免 qwerty 这样的相邻按键。</translation>
    </message>
    <message>
        <source>Dates are easy to guess.</source>
        <translation>日期很容易被猜到。</translation>
    </message>
    <message>
        <source>Add another word or two: uncommon ones are better.</source>
        <translation>再加一两个词，越不常见越好。</translation>
    </message>
</context>
<context>
    <name>ScopeNames</name>
    <message>
        <source>read and change your account</source>
        <translation>读取并更改您的账户</translation>
    </message>
    <message>
        <source>read your account</source>
        <translation>读取您的账户</translation>
    </message>
    <message>
        <source>manage your apps</source>
        <translation>管理您的应用</translation>
    </message>
    <message>
        <source>see your apps</source>
        <translation>查看您的应用</translation>
    </message>
    <message>
        <source>manage your cameras</source>
        <translation>管理您的摄像头</translation>
    </message>
    <message>
        <source>see your cameras</source>
        <translation>查看您的摄像头</translation>
    </message>
    <message>
        <source>share your cameras</source>
        <translation>共享您的摄像头</translation>
    </message>
    <message>
        <source>watch live and recorded video</source>
        <translation>观看直播和录像</translation>
    </message>
    <message>
        <source>manage recordings</source>
        <translation>管理录像</translation>
    </message>
    <message>
        <source>see recordings</source>
        <translation>查看录像</translation>
    </message>
    <message>
        <source>manage marks</source>
        <translation>管理标记</translation>
    </message>
    <message>
        <source>see marks</source>
        <translation>查看标记</translation>
    </message>
    <message>
        <source>change what cameras watch for</source>
        <translation>更改摄像头的关注内容</translation>
    </message>
    <message>
        <source>see what cameras watch for</source>
        <translation>查看摄像头的关注内容</translation>
    </message>
    <message>
        <source>order plans</source>
        <translation>订购套餐</translation>
    </message>
    <message>
        <source>see plans and orders</source>
        <translation>查看套餐和订单</translation>
    </message>
    <message>
        <source>manage notifications</source>
        <translation>管理通知</translation>
    </message>
    <message>
        <source>read notifications</source>
        <translation>读取通知</translation>
    </message>
    <message>
        <source>analyse pictures</source>
        <translation>分析图片</translation>
    </message>
    <message>
        <source>administer this server</source>
        <translation>管理此服务器</translation>
    </message>
    <message>
        <source>know who you are</source>
        <translation>知道您是谁</translation>
    </message>
    <message>
        <source>know your name</source>
        <translation>知道您的姓名</translation>
    </message>
    <message>
        <source>know your e-mail address</source>
        <translation>知道您的电子邮箱</translation>
    </message>
    <message>
        <source>know your phone number</source>
        <translation>知道您的电话号码</translation>
    </message>
    <message>
        <source>stay signed in</source>
        <translation>保持登录</translation>
    </message>
</context>
<context>
    <name>SecurityPanel</name>
    <message>
        <source>The password is changed; everywhere else you are signed out.</source>
        <translation>密码已更改；其他各处均已退出登录。</translation>
    </message>
    <message>
        <source>Signed in on these devices</source>
        <translation>已在这些设备上登录</translation>
    </message>
    <message>
        <source>Nowhere else.</source>
        <translation>没有其他设备。</translation>
    </message>
    <message>
        <source>this device</source>
        <translation>此设备</translation>
    </message>
    <message>
        <source>%1 · from %2 · last used %3</source>
        <translation>%1 · 来自 %2 · 上次使用 %3</translation>
    </message>
    <message>
        <source>unknown program</source>
        <translation>未知程序</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Apps that may use your account</source>
        <translation>可使用您账户的应用</translation>
    </message>
    <message>
        <source>You have not let any app in yet. When one asks to sign you in, it appears here.</source>
        <translation>您尚未授权任何应用。应用请求登录后会显示在此。</translation>
    </message>
    <message>
        <source>May %1. Since %2.</source>
        <translation>可以：%1。自 %2 起。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Other ways to sign in</source>
        <translation>其他登录方式</translation>
    </message>
    <message>
        <source>None: you sign in with your address and password.</source>
        <translation>无：您使用邮箱地址和密码登录。</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>解除关联</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Password so far</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>更改密码</translation>
    </message>
    <message>
        <source>Withdraw from %1?</source>
        <translation>撤销对 %1 的授权？</translation>
    </message>
    <message>
        <source>The app is signed out at once and can no longer use your account. It may ask you again.</source>
        <translation>该应用会立即退出登录，无法再使用您的账户。它可能会再次请求授权。</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>The connection to the server is lost. Trying again…</source>
        <translation>与服务器的连接已断开，正在重试…</translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>User menu</source>
        <translation>用户菜单</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>邮箱地址</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Forgot your password?</source>
        <translation>忘记密码？</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
</context>
<context>
    <name>StateBadge</name>
    <message>
        <source>Online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Awaiting payment</source>
        <translation>等待付款</translation>
    </message>
</context>
<context>
    <name>StateView</name>
    <message>
        <source>Loading</source>
        <translation>正在加载</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>没有成功</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>SupportAccessPanel</name>
    <message>
        <source>Let support see your cameras</source>
        <translation>允许客服查看您的摄像头</translation>
    </message>
    <message>
        <source>Support staff see your account and whether your cameras work, and never a picture, unless you let them in here. You see below when they looked, and can end it at any time.</source>
        <translation>客服人员可以看到您的账户以及摄像头是否正常，但除非您在此允许，否则绝不会看到画面。您可以在下方看到他们何时查看过，并可随时结束访问。</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>多长时间</translation>
    </message>
    <message>
        <source>Let support in</source>
        <translation>允许客服访问</translation>
    </message>
    <message>
        <source>Support may look until %1.</source>
        <translation>客服可查看至 %1。</translation>
    </message>
    <message>
        <source>End it now</source>
        <translation>立即结束</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>历史记录</translation>
    </message>
    <message>
        <source>You have never let support in.</source>
        <translation>您从未允许客服访问。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message numerus="yes">
        <source>They looked %n time(s), last at %1.</source>
        <translation>
            <numerusform>他们查看过 %n 次，最近一次在 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>They have not looked.</source>
        <translation>他们没有查看过。</translation>
    </message>
</context>
<context>
    <name>SupportAccountPage</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Deactivate</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>The owner lets you see pictures until %1. Each look is written down.</source>
        <translation>账户所有者允许您查看画面至 %1。每次查看都会被记录。</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>电子邮箱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>时区</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>已登录</translation>
    </message>
    <message numerus="yes">
        <source>in %n place(s)</source>
        <translation>
            <numerusform>%n 处</numerusform>
        </translation>
    </message>
    <message>
        <source>Account ID</source>
        <translation>账户 ID</translation>
    </message>
    <message>
        <source>People</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Apps</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>%1 calls today</source>
        <translation>今天 %1 次调用</translation>
    </message>
    <message>
        <source>Cameras</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动记录</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Deactivate this account?</source>
        <translation>停用此账户？</translation>
    </message>
    <message>
        <source>Everybody in it is signed out at once, and its apps and users are refused until it is active again.</source>
        <translation>其中所有人会立即退出登录；在重新启用之前，其应用和用户都会被拒绝。</translation>
    </message>
    <message>
        <source>%1 will be: %2. It takes effect at the next call.</source>
        <translation>%1 将成为：%2。下次调用时生效。</translation>
    </message>
    <message>
        <source>Change the role?</source>
        <translation>更改角色？</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
</context>
<context>
    <name>SupportPage</name>
    <message>
        <source>Support</source>
        <translation>客服</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>App</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>订单</translation>
    </message>
    <message>
        <source>Address, name, phone, app, camera or id</source>
        <translation>邮箱、姓名、电话、应用、摄像头或 ID</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Whatever you look up is written down, and the account&apos;s owner can read it.</source>
        <translation>您查询的内容会被记录，账户所有者可以看到。</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try the beginning of a word, a whole address, or an id.</source>
        <translation>请尝试单词开头、完整地址或 ID。</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>UsageChart</name>
    <message>
        <source>%1: %2 calls, %3 of them failed</source>
        <translation>%1：%2 次调用，其中 %3 次失败</translation>
    </message>
    <message>
        <source>%1 calls in %2 days, %3 of them failed</source>
        <translation>%2 天内 %1 次调用，其中 %3 次失败</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>配额</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>VideoView</name>
    <message>
        <source>The video cannot be played.</source>
        <translation>无法播放视频。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>播放位置</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Your cameras, on your own server</source>
        <translation>您的摄像头，您自己的服务器</translation>
    </message>
    <message>
        <source>Watch live, find the moments that matter, and build your own apps on top. Nothing leaves this machine unless you say so.</source>
        <translation>实时观看，找到重要时刻，并在此基础上构建自己的应用。未经您允许，任何数据都不会离开这台机器。</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
</context>
</TS>
