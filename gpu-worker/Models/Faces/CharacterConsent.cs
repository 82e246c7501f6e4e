namespace SoraFunctions.Models.Faces;

/// <summary>
/// Whose face may be described, and by what consent. A description of a face is biometric data: it is made for characters whose person has agreed, and
/// for nobody else, so whoever asks for one has to say which consent covers it.
/// </summary>
public sealed record CharacterConsent
{
    /// <summary>Names a consent. The caller has checked that it is given and not withdrawn.</summary>
    /// <param name="characterId">The character that the person agreed to be.</param>
    /// <param name="grantId">The record of the consent.</param>
    /// <exception cref="ArgumentException">One of them is blank.</exception>
    public CharacterConsent(string characterId, string grantId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(characterId);
        ArgumentException.ThrowIfNullOrWhiteSpace(grantId);
        (CharacterId, GrantId) = (characterId, grantId);
    }

    /// <summary>The character that the person agreed to be.</summary>
    public string CharacterId { get; }

    /// <summary>The record of the consent.</summary>
    public string GrantId { get; }
}
