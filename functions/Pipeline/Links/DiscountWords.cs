namespace SoraFunctions.Pipeline.Links;

/// <summary>How a discount code is shown.</summary>
internal static class DiscountWords
{
    /// <summary>The code with the word for it; English where a language has none here.</summary>
    /// <param name="code">The code.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static string Of(string code, string language) => language.Split('-') switch
    {
        ["zh", "TW" or "HK" or "MO" or "Hant", ..] => $"優惠碼：{code}",
        ["zh", ..] => $"优惠码：{code}",
        ["ja", ..] => $"クーポンコード：{code}",
        ["ko", ..] => $"할인 코드: {code}",
        ["es" or "pt", ..] => $"Código: {code}",
        ["it", ..] => $"Codice: {code}",
        ["fr", ..] => $"Code : {code}",
        ["ru", ..] => $"Промокод: {code}",
        _ => $"Code: {code}",
    };
}
