using System.Text.RegularExpressions;

namespace SoraFunctions.Pipeline.Moderation.Rules;

/// <summary>
/// Names of people whom nobody knows but the writer of a prompt: a full name behind "my colleague", 我同事 or the like, and in Chinese a common full name
/// that does something. A name alone is no person: half of all brands are called after one.
/// </summary>
internal static partial class PrivateNames
{
    /// <summary>Stable name of the rule.</summary>
    public const string Rule = "private-name";

    /// <summary>Whether a text names one. Commands and data of shops are not looked at: quoted buyers are the business of advertising law.</summary>
    /// <param name="text">What is judged.</param>
    public static bool In(ModeratedText text)
    {
        if (PromptAttacks.IsData(text.Field))
        {
            return false;
        }

        var others = text.Consented.Aggregate(text.Text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal));
        return English().IsMatch(others) || Known().IsMatch(others) || Doing().IsMatch(others);
    }

    // The pronoun in either case, the name as names are written.
    [GeneratedRegex(
        @"\b(?:[Mm]y|[Oo]ur|his|her|their)\s+(?:[a-z]+\s+){0,2}?(?:colleagues?|co-?worker|boss|manager|friend|neighbou?r|teacher|classmate|room-?mate|girlfriend|boyfriend|wife|husband|son|daughter|brother|sister|mother|father|mum|mom|dad|uncle|aunt|cousin|ex|employee|landlord|doctor),?\s+(?:(?:named|called)\s+)?\p{Lu}[\p{Ll}'’]+(?:[ -]\p{Lu}[\p{Ll}'’]+)+")]
    private static partial Regex English();

    // The commonest surnames, unless they begin another word.
    [GeneratedRegex(
        @"我(?:们)?的?(?:同事|朋友|老板|邻居|老师|同学|女儿|儿子|妻子|老婆|丈夫|老公|女友|女朋友|男友|男朋友|前任|前女友|前男友|哥哥|姐姐|弟弟|妹妹|室友|房东|员工|经理)(?:叫)?(?!张开|张望|张罗|张大|周末|周日|周[一二三四五六年围]|何时|何地|何等|何况|何必|谢谢|谢过|谢幕|曾[经在是]|许多|许久|许愿|许下|陈列|陈述|林间|林中|苏醒|苏打|杨梅|宋朝|唐朝|唐装|韩国|韩式|胡乱|胡子|胡萝卜|王子|王后|王者|王牌|李子|罗马|罗列|徐徐|孙子|孙女|朱红|郑重|范围|熊猫|熊抱|肖像|陆续|陆地|吕宋|姜饼)(?:王|李|张|刘|陈|杨|赵|吴|周|徐|孙|朱|胡|郭|何|林|罗|郑|梁|谢|宋|唐|许|韩|冯|邓|曹|彭|曾|肖|蔡|潘|袁|蒋|杜|魏|吕|苏|卢|沈|姚|姜|崔|谭|陆|范|廖|韦|邹|熊|孟|秦|薛|侯|邵|龚|欧阳|司马)\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Known();

    // Given names that are hardly anything else, at the beginning of a phrase, before what somebody does.
    [GeneratedRegex(
        @"(?:^|[\s，。、！？；：,.!?;:""“])(?:王|李|张|刘|陈|杨|赵|吴|周|徐|孙|朱|胡|郭|何|林|罗|郑|梁|谢|宋|唐|许|韩|冯|邓|曹|彭|曾)(?:伟|芳|娜|敏|静|丽|强|磊|军|勇|艳|杰|娟|涛|超|霞|刚|婷|浩|鑫|雷|鹏|秀英|桂英|建国|建华|建军|志强|志伟|晓明|小明|雪梅|丽华|婷婷|浩然|子轩|梓涵|欣怡|宇轩)(?:正在|在|正|和|坐在|站在|走进|走在|喝|吃|笑着|拿着|穿着|跑|跳)")]
    private static partial Regex Doing();
}
