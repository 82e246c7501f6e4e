namespace SoraFunctions.Pipeline.Verifications;

/// <summary>What it means that a check failed, in Chinese; the verifier itself explains in English.</summary>
public static class FindingWords
{
    private static readonly Dictionary<string, string> _chinese = new()
    {
        ["claimSignature.outsideValidity"] = "签署时证书不在有效期内。",
        ["claimSignature.mismatch"] = "签名与声明不符：声明在签署后被改动，或签名不属于它。",
        ["claimSignature.missing"] = "来源声明没有签名。",
        ["claim.missing"] = "清单中没有来源声明。",
        ["claim.multiple"] = "清单中有多个来源声明。",
        ["claim.malformed"] = "来源声明不符合规定的格式。",
        ["claim.cbor.invalid"] = "来源声明的数据无法读取。",
        ["claim.hardBindings.missing"] = "来源声明没有与文件内容绑定。",
        ["signingCredential.untrusted"] = "签署者的证书不在本服务信任之列。",
        ["signingCredential.invalid"] = "签署者的证书不得用于签署来源声明。",
        ["signingCredential.expired"] = "签署者的证书已过期，且没有可信的时间戳。",
        ["signingCredential.ocsp.revoked"] = "签署者的证书已被吊销。",
        ["timeStamp.mismatch"] = "时间戳不属于此签名。",
        ["timeStamp.malformed"] = "时间戳无法读取。",
        ["timeStamp.untrusted"] = "时间戳的签发机构不受信任。",
        ["algorithm.unsupported"] = "使用了不受支持的算法。",
        ["assertion.hashedURI.mismatch"] = "来源声明中的一项陈述在签署后被改动。",
        ["assertion.missing"] = "来源声明所引用的一项陈述不存在，或出现了两次。",
        ["assertion.undeclared"] = "文件中有一项未列入来源声明的陈述。",
        ["assertion.inaccessible"] = "来源声明所引用的一项陈述不在此文件中。",
        ["assertion.cbor.invalid"] = "一项陈述的数据无法读取。",
        ["assertion.json.invalid"] = "一项陈述的数据无法读取。",
        ["assertion.multipleHardBindings"] = "来源声明与文件内容的绑定不止一个。",
        ["assertion.bmffHash.mismatch"] = "文件内容在签署后被改动。",
        ["assertion.bmffHash.malformed"] = "与文件内容的绑定不符合规定的格式。",
        ["assertion.dataHash.mismatch"] = "文件内容在签署后被改动。",
        ["assertion.boxesHash.mismatch"] = "文件内容在签署后被改动。",
        ["assertion.boxesHash.unknownBox"] = "文件中有绑定未涵盖的部分。",
        ["com.sorafunctions.binding.unsupported"] = "与文件内容的绑定方式不受支持。",
        ["assertion.action.malformed"] = "制作步骤的记录不符合规定。",
        ["assertion.action.ingredientMismatch"] = "某个制作步骤所引用的素材与该步骤不符。",
        ["assertion.action.softBindingMissing"] = "声明加入了水印，却没有写明是哪一个。",
        ["assertion.ingredient.malformed"] = "素材的记录不符合规定。",
        ["ingredient.manifest.mismatch"] = "素材自带的来源声明被改动。",
        ["ingredient.manifest.missing"] = "素材自带的来源声明缺失。",
        ["ingredient.claimSignature.mismatch"] = "素材自带的来源声明的签名被改动。",
        ["manifest.multipleParents"] = "清单写有多个原始文件，最多只能有一个。",
        ["manifest.update.invalid"] = "更新清单含有不允许的内容。",
        ["manifest.update.wrongParents"] = "更新清单所指的原始清单不对。",
        ["com.sorafunctions.format.unsupported"] = "不支持读取这种文件格式。",
        ["com.sorafunctions.file.malformed"] = "文件本身已损坏。",
        ["com.sorafunctions.store.missing"] = "文件没有来源声明。",
        ["com.sorafunctions.store.multiple"] = "文件中有多份来源声明，只能有一份。",
        ["com.sorafunctions.store.malformed"] = "来源声明的存储已损坏。",
        ["com.sorafunctions.store.misplaced"] = "来源声明不在规定的位置。",
        ["com.sorafunctions.store.unsupported"] = "来源声明的种类未知。",
        ["com.sorafunctions.store.paddingNotZero"] = "签名未涵盖的空白处含有数据。",
        ["com.sorafunctions.ancestry.tooDeep"] = "素材的来源层级过深，未能全部检查。",
        ["com.sorafunctions.aigcLabel.malformed"] = "人工智能生成标识不符合规定的格式。",
        ["com.sorafunctions.aigcLabel.multiple"] = "人工智能生成标识不止一个。",
    };

    /// <summary>The explanation in a language: in Chinese where the tag begins with zh and the code is known, as the verifier gave it everywhere else.</summary>
    /// <param name="code">Status code of the check.</param>
    /// <param name="english">The verifier's explanation.</param>
    /// <param name="language">BCP 47 tag.</param>
    public static string Of(string code, string english, string language) =>
        language.Split('-', '_')[0].Equals("zh", StringComparison.OrdinalIgnoreCase) ? _chinese.GetValueOrDefault(code, english) : english;
}
