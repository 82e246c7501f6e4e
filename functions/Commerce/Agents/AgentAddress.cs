namespace SoraFunctions.Commerce.Agents;

/// <summary>Where something is sent.</summary>
public sealed record AgentAddress
{
    /// <summary>Who.</summary>
    public required string Name { get; init; }

    /// <summary>Street and number.</summary>
    public required string LineOne { get; init; }

    /// <summary>What else there is to say.</summary>
    public string? LineTwo { get; init; }

    /// <summary>City.</summary>
    public required string City { get; init; }

    /// <summary>State or province.</summary>
    public required string State { get; init; }

    /// <summary>ISO 3166-1 code of two capitals.</summary>
    public required string Country { get; init; }

    /// <summary>Postal code.</summary>
    public required string PostalCode { get; init; }

    /// <summary>Company.</summary>
    public string? Company { get; init; }
}
