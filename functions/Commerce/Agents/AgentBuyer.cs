namespace SoraFunctions.Commerce.Agents;

/// <summary>Who buys.</summary>
public sealed record AgentBuyer
{
    /// <summary>E-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>First name.</summary>
    public string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public string? LastName { get; init; }

    /// <summary>Whole name.</summary>
    public string? FullName { get; init; }

    /// <summary>Telephone number.</summary>
    public string? PhoneNumber { get; init; }
}
