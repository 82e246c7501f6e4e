namespace SoraFunctions.Api.Characters;

/// <summary>A character on the wire.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What prompts call it.</param>
/// <param name="CreatedAt">When it was made, in Unix seconds.</param>
/// <param name="Person">Whether it is a person. An extension of this server.</param>
internal sealed record CharacterObject(string Id, string Name, long CreatedAt, bool Person);
