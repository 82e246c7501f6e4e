namespace SoraFunctions.Models.Faces;

/// <summary>What a face is recognised by. Biometric data: keep it no longer than the consent.</summary>
/// <param name="Consent">The consent that covers it.</param>
/// <param name="Values">1,024 numbers of length 1.</param>
public sealed record FaceDescriptor(CharacterConsent Consent, IReadOnlyList<float> Values)
{
    /// <summary>From this cosine on, two faces are taken for one person's.</summary>
    public const float SamePerson = 0.75f;

    /// <summary>The cosine of two descriptors, 0 to 1; see <see cref="SamePerson"/>.</summary>
    /// <param name="other">Another descriptor.</param>
    public float LikenessTo(FaceDescriptor other) => Values.Zip(other.Values, (one, another) => one * another).Sum();
}
