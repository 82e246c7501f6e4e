namespace SoraFunctions.Pipeline.Verifications;

/// <summary>A verdict in plain words.</summary>
/// <param name="Title">A few words.</param>
/// <param name="Explanation">What it means and what it does not.</param>
public sealed record VerdictWords(string Title, string Explanation)
{
    /// <summary>The words in a language: Chinese where the tag begins with zh, English everywhere else.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="examined">Whether the picture was looked at.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static VerdictWords Of(Verdict verdict, bool examined, string language)
    {
        var chinese = language.Split('-', '_')[0].Equals("zh", StringComparison.OrdinalIgnoreCase);
        var words = chinese ? Chinese(verdict) : English(verdict);

        // A signature that holds, or is broken, says enough without the picture.
        return examined || verdict is Verdict.MadeHere or Verdict.AlteredAfterSigning
            ? words
            : words with { Explanation = words.Explanation + (chinese ? "画面本身未能检查。" : " The picture itself was not examined.") };
    }

    private static VerdictWords English(Verdict verdict) => verdict switch
    {
        Verdict.MadeHere => new("Made here, unchanged",
            "This service made the file and signed it, and nothing that was signed has changed since."),
        Verdict.MadeElsewhereWithAi => new("Made elsewhere with AI",
            "Somebody else signed the file and says that a computer made or changed what is seen. It has not changed since. Whether the signer is who they claim to be is not known here."),
        Verdict.SignedElsewhere => new("Signed elsewhere, unchanged",
            "Somebody else signed the file, and it has not changed since. The signature does not say that AI was used, which does not prove that it was not."),
        Verdict.AlteredAfterSigning => new("Changed after it was signed",
            "The file carries a signed statement of where it comes from, and what was signed is not what is here now. Do not rely on that statement."),
        Verdict.RecognisedWithoutSignature => new("Made here, but the signature is gone",
            "The picture carries the invisible mark of this service, so it very likely comes from a video that was made here with a computer. Our signature is gone: what may have been changed since can't be told."),
        Verdict.LooksLikeOurs => new("Looks like a video made here",
            "No signature that holds and no mark were found, but the pictures look like those of a video that was made here with a computer. It is likely a copy, perhaps a changed one; a likeness alone is no proof."),
        Verdict.UnsoundManifest => new("A statement of origin that does not hold",
            "The file carries a statement of where it comes from, but it is damaged, has expired or can't be checked here. That proves neither that the picture was changed nor that it was not."),
        Verdict.LabelledOnly => new("Labelled as AI-generated, unproven",
            "A label in the file says that AI made it. Anybody can write such a label, and nothing else was found that supports it."),
        _ => new("Nothing found",
            "No signature, mark or label was found. That proves nothing: the file may come from a camera, from AI, or from here with everything removed."),
    };

    private static VerdictWords Chinese(Verdict verdict) => verdict switch
    {
        Verdict.MadeHere => new("由本服务制作，未被改动", "本服务制作并签署了此文件，自签署以来，签名所涵盖的内容没有任何改动。"),
        Verdict.MadeElsewhereWithAi => new("由他方使用人工智能制作",
            "他方签署了此文件，并声明画面由计算机生成或修改。文件自签署以来未被改动。签署者是否如其所称，本服务无从得知。"),
        Verdict.SignedElsewhere => new("由他方签署，未被改动",
            "他方签署了此文件，自签署以来未被改动。签名没有说明使用了人工智能，但这并不证明没有使用。"),
        Verdict.AlteredAfterSigning => new("签署后被改动",
            "文件带有已签署的来源声明，但现在的内容与签署时的内容不一致。请勿依赖该声明。"),
        Verdict.RecognisedWithoutSignature => new("由本服务制作，但签名已丢失",
            "画面带有本服务的隐形水印，因此很可能来自本服务用计算机生成的视频。我们的签名已丢失，之后有哪些改动无法判断。"),
        Verdict.LooksLikeOurs => new("与本服务制作的视频相似",
            "没有发现成立的签名或水印，但画面与本服务用计算机制作的视频相似。它很可能是副本，也可能经过改动；仅凭相似不足以证明。"),
        Verdict.UnsoundManifest => new("来源声明不成立",
            "文件带有来源声明，但它已损坏、过期或无法在此验证。这既不证明画面被改动过，也不证明没有。"),
        Verdict.LabelledOnly => new("标有人工智能标识，但未经证实",
            "文件中的标识称其由人工智能生成。任何人都可以写入这样的标识，没有发现其他佐证。"),
        _ => new("未发现任何信息",
            "没有发现签名、水印或标识。这不能证明任何事情：文件可能来自相机、人工智能，也可能来自本服务但信息已全部被移除。"),
    };
}
