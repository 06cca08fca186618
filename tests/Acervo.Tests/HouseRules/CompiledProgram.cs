using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Acervo.Tests.HouseRules;

/// <summary>The program as it was compiled: which type uses which, and what its texts say, whatever the source calls them.</summary>
internal sealed class CompiledProgram : IDisposable
{
    private readonly ModuleDefinition module = ModuleDefinition.ReadModule(typeof(Acervo.Platform.AcervoApp).Assembly.Location);

    /// <summary>The types of the program, nested ones too.</summary>
    public IEnumerable<TypeDefinition> Types => module.GetAllTypes();

    /// <summary>
    /// The part of the house a type belongs to: the name of a module, <c>Platform</c>, <c>Ui</c>; null for none (the entry, what the compiler makes).
    /// </summary>
    public static string? HomeOf(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        // A compiled page has the path of its file for a name.
        var parts = type.Namespace == "AspNetCoreGeneratedDocument" ? type.Name.Split('_') : type.Namespace.Split('.')[1..];
        return parts switch
        {
            ["Modules", var name, ..] => name,
            [("Platform" or "Ui") and var name, ..] => name,
            _ => null,
        };
    }

    /// <summary>Whether a module offers the type to the others.</summary>
    public static bool IsOffered(TypeReference type) => type.FullName.Split('.') is ["Acervo", "Modules", _, "Public", ..];

    /// <summary>The types of this program that a type names: what it derives from, keeps, takes, returns, calls and is marked with.</summary>
    public IEnumerable<TypeReference> UsedBy(TypeDefinition type) =>
        Named(type).SelectMany(Parts).Where(used => used.Scope == module || used is TypeDefinition);

    /// <summary>The texts in the code of a type.</summary>
    public static IEnumerable<string> TextsOf(TypeDefinition type) =>
        from method in type.Methods
        where method.HasBody
        from step in method.Body.Instructions
        where step.OpCode == OpCodes.Ldstr
        select (string)step.Operand;

    public void Dispose() => module.Dispose();

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(one => one.InterfaceType),
        .. type.CustomAttributes.SelectMany(Marks),
        .. type.Fields.Select(field => field.FieldType),
        .. type.Properties.SelectMany(property => property.CustomAttributes.SelectMany(Marks)),
        .. type.Methods.SelectMany(Named),
    ];

    private static IEnumerable<TypeReference?> Named(MethodDefinition method)
    {
        IEnumerable<TypeReference?> outside = [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. method.CustomAttributes.SelectMany(Marks)];
        return method.HasBody
            ? [.. outside, .. method.Body.Variables.Select(variable => variable.VariableType),
            .. method.Body.Instructions.SelectMany(step => Operand(step.Operand))]
            : outside;
    }

    private static IEnumerable<TypeReference?> Operand(object operand) => operand switch
    {
        GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
        MemberReference and TypeReference type => [type],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference?> Marks(CustomAttribute mark) =>
        [mark.AttributeType, .. mark.ConstructorArguments.Concat(mark.Properties.Select(property => property.Argument))
        .Select(argument => argument.Value as TypeReference)];

    /// <summary>A list of rows names the row too.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification other => Parts(other.ElementType),
        GenericParameter => [],
        _ => [type],
    };
}
