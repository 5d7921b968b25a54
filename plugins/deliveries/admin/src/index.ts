export default { register(): void {} };
