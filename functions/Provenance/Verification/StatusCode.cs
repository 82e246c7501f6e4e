namespace SoraFunctions.Provenance.Verification;

/// <summary>Status codes: C2PA's own (2.2 section 15.2), and ours for what C2PA has no word for.</summary>
internal static class StatusCode
{
    public const string ClaimSignatureValidated = "claimSignature.validated";
    public const string ClaimSignatureInsideValidity = "claimSignature.insideValidity";
    public const string ClaimSignatureOutsideValidity = "claimSignature.outsideValidity";
    public const string ClaimSignatureMismatch = "claimSignature.mismatch";
    public const string ClaimSignatureMissing = "claimSignature.missing";
    public const string ClaimMissing = "claim.missing";
    public const string ClaimMultiple = "claim.multiple";
    public const string ClaimMalformed = "claim.malformed";
    public const string ClaimCborInvalid = "claim.cbor.invalid";
    public const string HardBindingsMissing = "claim.hardBindings.missing";
    public const string SigningCredentialTrusted = "signingCredential.trusted";
    public const string SigningCredentialUntrusted = "signingCredential.untrusted";
    public const string SigningCredentialInvalid = "signingCredential.invalid";
    public const string SigningCredentialExpired = "signingCredential.expired";
    public const string TimeStampValidated = "timeStamp.validated";
    public const string TimeStampTrusted = "timeStamp.trusted";
    public const string TimeStampUntrusted = "timeStamp.untrusted";
    public const string TimeStampMismatch = "timeStamp.mismatch";
    public const string TimeStampMalformed = "timeStamp.malformed";
    public const string AlgorithmUnsupported = "algorithm.unsupported";
    public const string AssertionHashMatch = "assertion.hashedURI.match";
    public const string AssertionHashMismatch = "assertion.hashedURI.mismatch";
    public const string AssertionMissing = "assertion.missing";
    public const string AssertionUndeclared = "assertion.undeclared";
    public const string AssertionInaccessible = "assertion.inaccessible";
    public const string AssertionCborInvalid = "assertion.cbor.invalid";
    public const string AssertionJsonInvalid = "assertion.json.invalid";
    public const string AssertionMultipleHardBindings = "assertion.multipleHardBindings";
    public const string BmffHashMatch = "assertion.bmffHash.match";
    public const string BmffHashMismatch = "assertion.bmffHash.mismatch";
    public const string BmffHashMalformed = "assertion.bmffHash.malformed";
    public const string BmffHashAdditionalExclusions = "assertion.bmffHash.additionalExclusionsPresent";
    public const string DataHashMatch = "assertion.dataHash.match";
    public const string DataHashMismatch = "assertion.dataHash.mismatch";
    public const string DataHashAdditionalExclusions = "assertion.dataHash.additionalExclusionsPresent";
    public const string BindingUnsupported = "com.sorafunctions.binding.unsupported";
    public const string ActionMalformed = "assertion.action.malformed";
    public const string ActionIngredientMismatch = "assertion.action.ingredientMismatch";
    public const string ActionSoftBindingMissing = "assertion.action.softBindingMissing";
    public const string IngredientMalformed = "assertion.ingredient.malformed";
    public const string IngredientManifestValidated = "ingredient.manifest.validated";
    public const string IngredientManifestMismatch = "ingredient.manifest.mismatch";
    public const string IngredientManifestMissing = "ingredient.manifest.missing";
    public const string IngredientClaimSignatureValidated = "ingredient.claimSignature.validated";
    public const string IngredientClaimSignatureMismatch = "ingredient.claimSignature.mismatch";
    public const string IngredientUnknownProvenance = "ingredient.unknownProvenance";
    public const string ManifestMultipleParents = "manifest.multipleParents";
    public const string ManifestUnreferenced = "manifest.unreferenced";

    public const string FormatUnsupported = "com.sorafunctions.format.unsupported";
    public const string FileMalformed = "com.sorafunctions.file.malformed";
    public const string StoreMissing = "com.sorafunctions.store.missing";
    public const string StoreMultiple = "com.sorafunctions.store.multiple";
    public const string StoreMalformed = "com.sorafunctions.store.malformed";
    public const string StoreMisplaced = "com.sorafunctions.store.misplaced";
    public const string StoreUnsupported = "com.sorafunctions.store.unsupported";
    public const string PaddingNotZero = "com.sorafunctions.store.paddingNotZero";
    public const string AncestryTooDeep = "com.sorafunctions.ancestry.tooDeep";
    public const string AigcLabelMalformed = "com.sorafunctions.aigcLabel.malformed";
    public const string AigcLabelMultiple = "com.sorafunctions.aigcLabel.multiple";
}
